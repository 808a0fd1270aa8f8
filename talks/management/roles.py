"""The four roles: groups, of which each may all that the one before it may, and more."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Model, QuerySet

# what staff write
NOUNS = ("actor", "article", "commitment", "event", "figure", "place", "source")
# what hangs on it, and goes when its noun is corrected
PARTS = (
    *("actoralias", "affiliation", "citation", "commitmentstatus", "delegation"),
    *("embargoviolation", "eventplace", "obligation", "participation", "placealias"),
    *("promisedmeeting", "round", "roundstep", "truce", "truceparty"),
    "truceviolation",
)


def set_up() -> None:
    """Make the four groups what they are here; other groups are left alone.

    Taken after each migration: a new noun is at once in the right hands.
    """
    for app in ("auth", "mfa", "talks"):
        create_permissions(apps.get_app_config(app), verbosity=0)
    for role, held in roles().items():
        group, _is_new = Group.objects.get_or_create(name=role)
        group.permissions.set(held)


def roles() -> dict[str, QuerySet[Permission]]:
    """Return what each role may do.

    An analyst sees what staff see. An editor writes, and decides suggestions. A
    reviewer approves what an editor wrote, removes, and brings whole tables. An administrator also minds
    feeds and people.
    """
    seen = _named("view", [str(model._meta.model_name) for model in _ours()])
    written = [
        *(code for verb in ("add", "change") for code in _named(verb, NOUNS + PARTS)),
        *_named("delete", PARTS),
        *("change_suggestion", "add_comment"),
    ]
    removed = [*_named("delete", NOUNS), "approve_event", "add_import"]
    ours = Permission.objects.filter(content_type__app_label="talks")
    people = Permission.objects.filter(
        content_type__app_label__in=("auth", "mfa"),
        content_type__model__in=("user", "group", "authenticator"),
    )
    return {
        "analyst": ours.filter(codename__in=seen),
        "editor": ours.filter(codename__in=[*seen, *written]),
        "reviewer": ours.filter(codename__in=[*seen, *written, *removed]),
        "administrator": ours | people,
    }


def _ours() -> Iterable[type[Model]]:
    return apps.get_app_config("talks").get_models()


def _named(verb: str, nouns: Iterable[str]) -> list[str]:
    return [f"{verb}_{noun}" for noun in nouns]
