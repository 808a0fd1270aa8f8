"""The project's frame: environment, settings, Celery, addresses, and how it is run."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
