"""Actors with their spellings and what they belong to."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.rows import RowAdmin, RowForm, TabularRows
from talks.admin.translations import TranslationFilter
from talks.admin.typed import DateTyped
from talks.models import Actor, ActorAlias, Affiliation


class AffiliationForm(RowForm):
    """Both ends of an affiliation, each as exactly as it is known."""

    began = DateTyped("began_earliest", "began_latest", required=False)
    ended = DateTyped("ended_earliest", "ended_latest", required=False)


class AliasInline(TabularRows):
    """Other spellings of the actor's name."""

    model = ActorAlias


class AffiliationInline(TabularRows):
    """What the actor belongs to, or belonged to."""

    model = Affiliation
    form = AffiliationForm
    fk_name = "actor"
    fields = ["body", "role", "began", "ended"]
    autocomplete_fields = ["body"]


@admin.register(Actor)
class ActorAdmin(RowAdmin):
    """Persons, governments, groups, states and bodies."""

    list_display = ["name", "name_ar", "kind", "side", "role"]
    list_filter = ["kind", "side", TranslationFilter.of("name")]
    search_fields = ["name", "name_ar", "name_fr", "slug", "aliases__text"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AliasInline, AffiliationInline]


@admin.register(Affiliation)
class AffiliationAdmin(RowAdmin):
    """Who belonged to whom, and when."""

    form = AffiliationForm
    list_display = ["actor", "body", "role", "began_earliest", "ended_latest"]
    list_select_related = ["actor", "body"]
    search_fields = ["actor__name", "actor__name_ar", "body__name", "role"]
    fields = ["actor", "body", "role", "began", "ended"]
    autocomplete_fields = ["actor", "body"]
