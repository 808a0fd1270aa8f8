"""The review desk without a script: plain pages and plain forms."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from talks import review
from talks.models import Citation, Decision, Event, Figure, Suggestion
from tests import factories
from tests.factories import NOW, quoted
from tests.review.findings import (
    DAY,
    mention_finding,
    suggested_actor,
    suggested_event,
    suggested_figure,
)

pytestmark = pytest.mark.django_db
OTHER = "A second sentence says that the guns were not silent."


@pytest.fixture
def staff(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def report():
    return factories.article(title="Talks open in Geneva")


def _page(staff, report):
    return staff.get(reverse("admin:review-article", args=[report.pk]))


def _form_of(page, suggestion) -> dict[str, str]:
    """Return what a browser would send of this suggestion's form, unchanged."""
    proposal = next(
        one for one in page.context["proposals"] if one.suggestion == suggestion
    )
    form = proposal.form
    fields = list(form)
    if roles := getattr(form, "roles", None):
        fields += [
            *roles.management_form,
            *(field for role in roles.forms for field in role),
        ]
    values = {field.html_name: field.value() for field in fields}
    return {name: "" if value is None else value for name, value in values.items()}


def _decide(staff, suggestion, sent, **more):
    address = reverse("admin:review-decide", args=[suggestion.pk])
    return staff.post(address, {**sent, "verb": "accept", **more})


def test_an_unchanged_form_accepts_the_suggestion_as_proposed(staff, report):
    suggestion = suggested_event(report)

    response = _decide(staff, suggestion, _form_of(_page(staff, report), suggestion))

    assert response.status_code == 302
    event = Event.objects.get()
    assert Decision.objects.get().verb == "accepted"
    assert event.title == (
        "Talks in Geneva: Government of National Accord and Libyan National Army"
    )
    assert event.date_words == "on Monday"


def test_what_was_changed_is_a_correction(staff, report):
    suggestion = suggested_event(report)
    prefix = f"s{suggestion.pk}"
    sent = _form_of(_page(staff, report), suggestion) | {
        f"{prefix}-title": "Military talks open",
        f"{prefix}-date": "mid-January 2020",
        f"{prefix}-place": "طرابلس",
        f"{prefix}-who-1-actor": "",
        f"{prefix}-who-2-actor": "khalifa haftar",
        f"{prefix}-who-2-role": "host",
    }
    factories.tripoli(), factories.haftar()

    _decide(staff, suggestion, sent)

    event, decision = Event.objects.get(), Decision.objects.get()
    assert set(decision.made["changes"]) == {"title", "date", "place", "actors"}
    assert (event.title, str(event.date)) == ("Military talks open", "mid-January 2020")
    assert event.event_places.get().place == factories.tripoli()
    assert [(row.actor.slug, row.role) for row in event.participations.all()] == [
        ("haftar", "host"),
        ("gna", "participant"),
    ]


def test_a_figure_is_corrected_in_words(staff, report):
    suggestion = suggested_figure(report)
    prefix = f"s{suggestion.pk}"
    sent = _form_of(_page(staff, report), suggestion) | {
        f"{prefix}-number": "between 2,000 and 2,500",
        f"{prefix}-as_of": "3 February 2020",
    }

    _decide(staff, suggestion, sent)

    figure = Figure.objects.get()
    assert (figure.low, figure.best, figure.high) == (2000, None, 2500)
    assert (figure.qualifier, str(figure.as_of)) == ("between", "3 February 2020")


def test_an_unchanged_figure_is_accepted_as_it_stands(staff, report):
    suggestion = suggested_figure(report)

    _decide(staff, suggestion, _form_of(_page(staff, report), suggestion))

    assert Decision.objects.get().verb == "accepted"
    assert str(Figure.objects.get().count) == "more than 2,000"


def test_an_unclear_name_is_settled_by_choosing(staff, report):
    suggestion = suggested_actor(report, slug=None)
    sent = _form_of(_page(staff, report), suggestion)

    _decide(staff, suggestion, sent | {f"s{suggestion.pk}-slug": "Khalifa Haftar"})

    assert factories.haftar().aliases.get().text == "the Field Marshal"


def test_names_that_are_clear_are_marked_but_not_asked_about(staff, report):
    suggested_actor(report)

    page = _page(staff, report)

    assert page.context["proposals"] == []
    assert any(stretch.covered_by for stretch in page.context["stretches"])


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("place", "Atlantis", "There is no place called “Atlantis”"),
        ("date", "some day", "Cannot read &#x27;some day&#x27; as a date"),
        ("title", "", "This field is required"),
    ],
)
def test_what_cannot_be_read_comes_back_with_what_was_typed(
    staff, report, field, typed, said
):
    suggestion = suggested_event(report)
    sent = _form_of(_page(staff, report), suggestion)

    response = _decide(
        staff,
        suggestion,
        sent
        | {f"s{suggestion.pk}-{field}": typed, f"s{suggestion.pk}-track": "ground"},
    )

    assert response.status_code == 422
    assert said in response.content.decode()
    assert '<option value="ground" selected>' in response.content.decode()
    assert not Decision.objects.exists()


def test_merging_takes_the_event_offered(staff, report):
    known = factories.geneva_round().event
    suggestion = suggested_event(report)
    page = _page(staff, report)
    (candidate,) = page.context["proposals"][0].candidates

    _decide(
        staff,
        suggestion,
        _form_of(page, suggestion),
        verb="merge",
        event=candidate.event.pk,
    )

    assert candidate.event == known
    assert known.citations.filter(article=report).exists()
    assert "same kind" in candidate.why


def test_an_event_is_found_by_words_of_its_title(staff, report):
    known = factories.january_truce().event
    suggestion = suggested_event(report)

    page = staff.get(
        reverse("admin:review-article", args=[report.pk]),
        {"suggestion": suggestion.pk, "q": "هدنة طرابلس"},
    )

    (proposal,) = page.context["proposals"]
    assert [one.event for one in proposal.found] == [known]


def test_rejecting_keeps_the_reason(staff, report):
    suggestion = suggested_event(report)
    sent = _form_of(_page(staff, report), suggestion)

    _decide(staff, suggestion, sent, verb="reject", reason="Misread")

    assert Decision.objects.get().reason == "Misread"


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("reject", "Say why"),
        ("merge", "Choose the event"),
        ("", "Accept, merge or reject"),
    ],
)
def test_half_a_decision_is_asked_for_the_rest(staff, report, verb, said):
    suggestion = suggested_event(report)
    sent = _form_of(_page(staff, report), suggestion)

    response = _decide(staff, suggestion, sent, verb=verb)

    assert response.status_code == 409
    assert said in response.content.decode()


def test_a_suggestion_decided_by_another_is_not_decided_again(staff, report, editor):
    suggestion = suggested_event(report)
    sent = _form_of(_page(staff, report), suggestion)
    review.accept(suggestion, by=editor, now=NOW)

    response = _decide(staff, suggestion, sent)

    assert response.status_code == 409
    assert Event.objects.count() == 1


def test_a_suggestion_reread_meanwhile_is_looked_at_again(staff, report):
    suggestion = suggested_event(report)
    sent = _form_of(_page(staff, report), suggestion)
    suggestion.save()

    response = _decide(staff, suggestion, sent)

    assert response.status_code == 409
    assert "changed after you opened it" in response.content.decode()


def test_a_form_that_does_not_say_what_was_seen_is_refused(staff, report):
    assert _decide(staff, suggested_event(report), {}).status_code == 404


def test_undo_opens_the_suggestion_again(staff, report, editor):
    suggestion = suggested_event(report)
    decision = review.accept(suggestion, by=editor, now=NOW)

    staff.post(reverse("admin:review-undo", args=[decision.pk]))

    suggestion.refresh_from_db()
    assert suggestion.state == "open"
    assert not Event.objects.exists()


def test_an_undo_that_is_refused_says_why(staff, report, editor):
    decision = review.accept(suggested_event(report), by=editor, now=NOW)
    factories.figure(event=Event.objects.get())

    response = staff.post(reverse("admin:review-undo", args=[decision.pk]), follow=True)

    assert "built upon since" in response.content.decode()


def test_a_whole_report_is_accepted_at_once_and_failures_are_named(staff, report):
    undated = suggested_event(report, date=None)
    rest = [suggested_event(report, kind="mediation"), suggested_figure(report)]
    seen = [f"{one.pk}={one.changed_at.isoformat()}" for one in [undated, *rest]]

    response = staff.post(
        reverse("admin:review-all", args=[report.pk]), {"seen": seen}, follow=True
    )

    page = response.content.decode()
    assert "2 accepted." in page
    assert "say when it happened" in page
    assert Suggestion.objects.open().get() == undated


def test_after_a_decision_the_next_open_one_is_shown(staff, report):
    first, second = suggested_event(report), suggested_figure(report)
    Suggestion.objects.filter(pk=second.pk).update(**quoted(report, OTHER))

    response = _decide(staff, first, _form_of(_page(staff, report), first))

    assert response.url.endswith(f"#s{second.pk}")


def test_a_decided_suggestion_shows_who_decided(staff, report, editor):
    review.reject(suggested_event(report), reason="Old.", by=editor, now=NOW)

    page = _page(staff, report).content.decode()

    assert "Rejected by editor, 4 Feb 2020, 12:00: Old." in page


def test_the_queue_puts_the_surest_of_the_most_reliable_first(staff):
    reliable = factories.source(reliability="A")
    doubtful = factories.source(reliability="E")
    expected = []
    for source, confidence in [(reliable, 0.9), (doubtful, 0.9), (reliable, 0.4)]:
        article = factories.article(source=source)
        factories.suggestion(article, confidence=confidence)
        expected.append(article.pk)

    page = staff.get(reverse("admin:review"))

    assert [row.article for row in page.context["waiting"]] == expected


def test_the_queue_leaves_out_what_needs_nobody(staff):
    suggested_actor()
    suggested_actor(slug=None)

    page = staff.get(reverse("admin:review"))

    assert page.context["left"].suggestions == 1


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({"kind": "figure"}, 1),
        ({"language": "ar"}, 1),
        ({"source": "herald"}, 1),
        ({"kind": "figure", "language": "ar"}, 0),
        ({}, 3),
    ],
)
def test_the_queue_can_be_narrowed(staff, chosen, count):
    suggested_figure()
    suggested_event(factories.article(language="ar"))
    suggested_event(factories.article(source=factories.herald()))

    page = staff.get(reverse("admin:review"), chosen)

    assert len(page.context["waiting"]) == count


def test_two_people_at_one_report_see_each_other(
    staff, client, report, editor, reviewer
):
    suggested_event(report)
    _page(staff, report)
    client.force_login(editor)

    page = _page(client, report)

    assert page.context["others"] == ["reviewer"]
    here = client.post(reverse("admin:review-here", args=[report.pk]))
    assert here.json() == {"others": ["reviewer"]}


def test_loading_ahead_is_not_being_there(client, report, editor, reviewer):
    client.force_login(reviewer)
    address = reverse("admin:review-article", args=[report.pk])
    client.get(address, headers={"X-Ahead": "1"})
    client.force_login(editor)

    assert client.get(address).context["others"] == []


@pytest.mark.parametrize(
    ("codename", "looks", "decides"),
    [(None, 403, 403), ("view_suggestion", 200, 403), ("change_suggestion", 403, 302)],
)
def test_looking_and_deciding_are_permissions_apart(
    client, django_user_model, report, codename, looks, decides
):
    suggestion = suggested_event(report)
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    if codename:
        someone.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(someone)

    page = _page(client, report)
    sent = {f"s{suggestion.pk}-seen": suggestion.changed_at.isoformat()}
    decision = _decide(client, suggestion, sent, verb="reject", reason="Misread")

    assert (page.status_code, decision.status_code) == (looks, decides)


def test_readers_are_sent_to_sign_in(client, reader, report):
    client.force_login(reader)

    assert _page(client, report).status_code == 302


def test_a_reports_page_costs_the_same_however_much_was_found(staff, report):
    factories.geneva_round()
    suggested_event(report)
    _count(staff, report)
    before = _count(staff, report)

    for n in range(4):
        suggested_event(report, kind="mediation")
        suggested_figure(report, low=n)
        suggested_actor(report, words=f"General {n}", slug=None)
    after = _count(staff, report)

    assert after == before
    assert after <= 25


def _count(staff, report) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert _page(staff, report).status_code == 200
    return len(queries)


def test_the_queue_costs_the_same_however_long_it_is(staff):
    address = reverse("admin:review")
    suggested_event()
    staff.get(address)
    with CaptureQueriesContext(connection) as before:
        staff.get(address)

    for _ in range(5):
        suggested_event()

    with CaptureQueriesContext(connection) as after:
        staff.get(address)
    assert len(after) == len(before)


def test_a_report_whose_text_is_marked_keeps_every_word(staff):
    report = factories.article()
    suggested_event(report)
    factories.suggestion(report, kind="actor", finding=mention_finding())

    shown = _page(staff, report).context["stretches"]

    assert "".join(stretch.text for stretch in shown) == report.text


def test_a_suggestion_may_be_merged_into_a_draft_found_by_search(staff, report):
    draft = factories.event(status="draft", title="A draft", cited_by=[])
    suggestion = suggested_event(report, date=DAY)
    sent = _form_of(_page(staff, report), suggestion)

    _decide(staff, suggestion, sent, verb="merge", event=draft.pk)

    assert Citation.objects.get().event == draft
