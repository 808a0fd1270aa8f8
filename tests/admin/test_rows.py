"""Every list, page and history of the admin opens, in a number of queries that rows do not move."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.forms import ModelChoiceField
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from talks import review
from talks.admin.keys import Autocomplete
from talks.admin.rows import ReadOnlyAdmin
from talks.models import (
    ActorAlias,
    Alert,
    Article,
    CommitmentStatus,
    CopyVerdict,
    Decision,
    Delegation,
    Event,
    Feed,
    Fetch,
    Host,
    PlaceAlias,
    RoundStep,
    TruceParty,
)
from tests import factories
from tests.factories import NOW
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db

PAGES = admin.site._registry
NOUNS = [model for model in PAGES if model._meta.app_label == "talks"]
NOT_ADDED_BY_HAND = {
    *("suggestion", "decision", "fetch", "copyverdict", "host", "citation", "alert"),
    *("proposedchange", "signoff", "comment"),
}
# a list, its session and user, and a row's choices; no page needs more
MOST_QUERIES_OF_A_LIST = 15


def _fill(editor, n: int) -> None:
    """Add one row to each list, with its own keys and inlines."""
    report = factories.article()
    place, who, other = factories.place(), factories.actor(), factories.actor()
    for happened in _one_event_of_each_kind(report, place, who):
        factories.citation(event=happened, article=factories.article(), speaker=who)
        factories.figure(
            event=happened, place=place, attributed_actor=who, as_stated=f"n. {n}"
        )
    ActorAlias.objects.create(actor=who, text="Alias")
    PlaceAlias.objects.create(place=place, text="Alias")
    factories.affiliation(actor=who, body=other)
    feed = factories.feed()
    Fetch.objects.create(
        feed=feed, step="poll", outcome="new", started_at=NOW, finished_at=NOW
    )
    Host.objects.create(name=f"host-{n}.example", next_request_at=NOW)
    Alert.objects.create(email=f"reader-{n}@mail.example", token=str(n))
    CopyVerdict.objects.create(
        first=report, second=factories.article(duplicate_of=report), is_copy=True
    )
    review.accept(suggested_event(report), by=editor, now=NOW)
    factories.suggestion()


def _one_event_of_each_kind(report, place, who) -> list[Event]:
    """Make one of each kind that has a detail, with all that may hang on it."""
    common = {"cited_by": [report], "at": [place], "who": [(who, "accused")]}
    talks, truce = (factories.event(kind=kind, **common) for kind in ("talks", "truce"))
    held = factories.round_of_talks(talks, venue=place, mediator=who)
    Delegation.objects.create(round=held, party=who, head=who)
    RoundStep.objects.create(round=held, event=truce)
    declared = factories.truce(truce)
    TruceParty.objects.create(truce=declared, actor=who, position="declared")
    promise = factories.commitment(truce)
    promise.obligations.create(actor=who)
    factories.commitment_status(promise, event=talks)
    violation = factories.violation(declared, **common)
    embargo = factories.embargo_violation(supplier=who, reported_by=who)
    return [talks, truce, violation, embargo.event]


def _count_queries(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)

    assert response.status_code == 200, address
    return len(queries)


def test_every_noun_of_the_domain_has_a_page():
    inside_others = {
        *("participation", "eventplace", "actoralias", "placealias", "obligation"),
        *("delegation", "roundstep", "truceparty", "truceviolation", "articleversion"),
    }
    # kept by the machine, to be found and counted by; tables have pages of their own
    bookkeeping = {
        *("articleindex", "commitmentindex", "dataversion", "eventindex"),
        *("eventtally", "figureindex", "import", "seeded", "spelling"),
    }

    nouns = {
        model._meta.model_name
        for model in apps.get_app_config("talks").get_models()
        if not hasattr(model, "pgh_tracked_model")
    }

    assert (
        nouns - {model._meta.model_name for model in NOUNS}
        <= inside_others | bookkeeping
    )


def test_lists_cost_the_same_however_many_rows_they_have(client, editor):
    client.force_login(editor)
    lists = {
        model: reverse(f"admin:talks_{model._meta.model_name}_changelist")
        for model in NOUNS
    }
    _fill(editor, 1)
    for address in lists.values():
        client.get(address)
    before = {model: _count_queries(client, lists[model]) for model in NOUNS}

    for n in range(2, 5):
        _fill(editor, n)
    after = {model: _count_queries(client, lists[model]) for model in NOUNS}

    assert after == before
    assert max(after.values()) <= MOST_QUERIES_OF_A_LIST


@pytest.mark.parametrize("model", NOUNS, ids=lambda model: model._meta.model_name)
def test_a_rows_page_and_history_open(client, editor, model):
    _fill(editor, 1)
    client.force_login(editor)

    for row in model.objects.all():
        for view in ("change", "history"):
            address = reverse(
                f"admin:talks_{model._meta.model_name}_{view}", args=[row.pk]
            )
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("model", NOUNS, ids=lambda model: model._meta.model_name)
def test_a_noun_is_added_by_hand_only_where_people_write_it(client, editor, model):
    client.force_login(editor)

    response = client.get(reverse(f"admin:talks_{model._meta.model_name}_add"))

    by_machine = model._meta.model_name in NOT_ADDED_BY_HAND
    assert response.status_code == (403 if by_machine else 200)


@pytest.mark.parametrize(
    "kind", ["talks", "truce", "truce_violation", "embargo_violation"]
)
def test_an_events_page_costs_the_same_however_much_hangs_on_it(client, editor, kind):
    _fill(editor, 1)
    client.force_login(editor)
    event = Event.objects.filter(kind=kind).earliest("pk")
    address = reverse("admin:talks_event_change", args=[event.pk])
    _count_queries(client, address)
    before = _count_queries(client, address)

    for _ in range(3):
        someone = factories.actor()
        event.participations.create(actor=someone, role="host")
        event.event_places.create(place=factories.place())
        factories.citation(event=event, article=factories.article(), speaker=someone)
        factories.figure(event=event, place=factories.place(), attributed_actor=someone)
        factories.commitment(event)

    assert _count_queries(client, address) == before


def _join(who):
    factories.affiliation(actor=who, body=factories.actor())


def _seat(held):
    Delegation.objects.create(
        round=held, party=factories.actor(), head=factories.actor()
    )
    RoundStep.objects.create(round=held, event=factories.event())


def _break(truce):
    TruceParty.objects.create(truce=truce, actor=factories.actor(), position="silent")
    factories.violation(truce)


@pytest.mark.parametrize(
    ("make", "hang"),
    [
        pytest.param(factories.haftar, _join, id="an actor's affiliations"),
        pytest.param(factories.geneva_round, _seat, id="a round's delegations"),
        pytest.param(factories.january_truce, _break, id="a truce's violations"),
        pytest.param(
            factories.herald,
            lambda it: factories.feed(source=it),
            id="a source's feeds",
        ),
    ],
)
def test_a_page_costs_the_same_however_many_rows_hang_on_it(client, editor, make, hang):
    client.force_login(editor)
    row = make()
    name = row._meta.model_name
    address = reverse(f"admin:talks_{name}_change", args=[row.pk])
    hang(row)
    _count_queries(client, address)
    before = _count_queries(client, address)

    for _ in range(3):
        hang(row)

    assert _count_queries(client, address) == before


TYPED = [model for model in NOUNS if not isinstance(PAGES[model], ReadOnlyAdmin)]


@pytest.mark.parametrize("model", TYPED, ids=lambda model: model._meta.model_name)
def test_every_key_is_chosen_by_typing(rf, editor, model):
    request = rf.get("/")
    request.user = editor
    page = PAGES[model]
    fields = list(page.get_form(request).base_fields.items())
    for inline in page.get_inline_instances(request):
        formset = inline.get_formset(request)
        own = formset.form.base_fields.items()
        fields += [pair for pair in own if pair[0] != formset.fk.name]

    selects = [
        name
        for name, field in fields
        if isinstance(field, ModelChoiceField)
        and not isinstance(getattr(field.widget, "widget", field.widget), Autocomplete)
    ]

    assert selects == []


def test_a_commitments_page_costs_the_same_however_many_statuses_it_has(client, editor):
    client.force_login(editor)
    promise = factories.commitment(factories.event())
    address = reverse("admin:talks_commitment_change", args=[promise.pk])
    factories.commitment_status(promise, event=factories.event())
    _count_queries(client, address)
    before = _count_queries(client, address)

    for _ in range(3):
        factories.commitment_status(promise, event=factories.event())
        promise.obligations.create(actor=factories.actor())

    assert CommitmentStatus.objects.count() == 4
    assert _count_queries(client, address) == before


@pytest.mark.parametrize(
    ("model", "machine_kept"),
    [
        (Event, {"known_on", "changed_at", "ongoing_until", "earliest", "date_words"}),
        (Article, {"identity", "text", "fingerprint", "bands", "state", "attempts"}),
        (Feed, {"etag", "failures", "next_poll_at", "claimed_until"}),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_what_the_machine_keeps_is_not_typed(client, editor, model, machine_kept):
    _fill(editor, 1)
    client.force_login(editor)
    row = model.objects.first()

    page = client.get(
        reverse(f"admin:talks_{model._meta.model_name}_change", args=[row.pk])
    )

    assert not machine_kept & set(page.context["adminform"].form.fields)


@pytest.mark.parametrize("model", [Decision, Fetch], ids=["decision", "fetch"])
def test_what_was_done_cannot_be_changed_or_removed(client, editor, model):
    _fill(editor, 1)
    client.force_login(editor)
    row = model.objects.first()
    name = model._meta.model_name

    changed = client.post(reverse(f"admin:talks_{name}_change", args=[row.pk]), {})
    removed = client.post(
        reverse(f"admin:talks_{name}_delete", args=[row.pk]), {"post": "yes"}
    )

    assert (changed.status_code, removed.status_code) == (403, 403)
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("model", "typed"),
    [
        ("actor", "Haftar"),
        ("actor", "حفتر"),
        ("place", "طرابلس"),
        ("event", "Geneva"),
        ("source", "Herald"),
    ],
)
def test_rows_are_found_by_typing_in_any_script(client, editor, model, typed):
    factories.haftar()
    factories.tripoli()
    factories.geneva_round()
    factories.herald()
    client.force_login(editor)
    field = {"actor": "body", "place": "venue", "event": "event", "source": "source"}
    owner = {
        "actor": "affiliation",
        "place": "round",
        "event": "truce",
        "source": "feed",
    }

    answer = client.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "talks",
            "model_name": owner[model],
            "field_name": field[model],
            "term": typed,
        },
    )

    if model == "event":
        assert answer.status_code == 200
    else:
        assert len(answer.json()["results"]) == 1
