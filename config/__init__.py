"""The project's frame: environment, settings, Celery, addresses, and how it is run."""
