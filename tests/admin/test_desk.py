"""The review desk without a script: plain pages and plain forms."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from talks import review
from talks.models import Citation, Decision, Event, Suggestion
from tests import factories
from tests.admin.desk_forms import decide, form_of, open_report
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


def test_names_that_are_clear_are_marked_but_not_asked_about(staff, report):
    suggested_actor(report)

    page = open_report(staff, report)

    assert page.context["proposals"] == []
    assert any(stretch.covered_by for stretch in page.context["stretches"])


def test_merging_takes_the_event_offered(staff, report):
    known = factories.geneva_round().event
    suggestion = suggested_event(report)
    page = open_report(staff, report)
    (candidate,) = page.context["proposals"][0].candidates

    decide(
        staff,
        suggestion,
        form_of(page, suggestion),
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
    sent = form_of(open_report(staff, report), suggestion)

    decide(staff, suggestion, sent, verb="reject", reason="Misread")

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
    sent = form_of(open_report(staff, report), suggestion)

    response = decide(staff, suggestion, sent, verb=verb)

    assert response.status_code == 409
    assert said in response.content.decode()


def test_a_suggestion_decided_by_another_is_not_decided_again(staff, report, editor):
    suggestion = suggested_event(report)
    sent = form_of(open_report(staff, report), suggestion)
    review.accept(suggestion, by=editor, now=NOW)

    response = decide(staff, suggestion, sent)

    assert response.status_code == 409
    assert Event.objects.count() == 1


def test_a_suggestion_reread_meanwhile_is_looked_at_again(staff, report):
    suggestion = suggested_event(report)
    sent = form_of(open_report(staff, report), suggestion)
    suggestion.save()

    response = decide(staff, suggestion, sent)

    assert response.status_code == 409
    assert "changed after you opened it" in response.content.decode()


def test_a_form_that_does_not_say_what_was_seen_is_refused(staff, report):
    assert decide(staff, suggested_event(report), {}).status_code == 404


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

    response = decide(staff, first, form_of(open_report(staff, report), first))

    assert response.url.endswith(f"#s{second.pk}")


def test_a_decided_suggestion_shows_who_decided(staff, report, editor):
    review.reject(suggested_event(report), reason="Old.", by=editor, now=NOW)

    page = open_report(staff, report).content.decode()

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
    open_report(staff, report)
    client.force_login(editor)

    page = open_report(client, report)

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

    page = open_report(client, report)
    sent = {f"s{suggestion.pk}-seen": suggestion.changed_at.isoformat()}
    decision = decide(client, suggestion, sent, verb="reject", reason="Misread")

    assert (page.status_code, decision.status_code) == (looks, decides)


def test_readers_are_sent_to_sign_in(client, reader, report):
    client.force_login(reader)

    assert open_report(client, report).status_code == 302


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
        assert open_report(staff, report).status_code == 200
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

    shown = open_report(staff, report).context["stretches"]

    assert "".join(stretch.text for stretch in shown) == report.text


def test_a_suggestion_may_be_merged_into_a_draft_found_by_search(staff, report):
    draft = factories.event(status="draft", title="A draft", cited_by=[])
    suggestion = suggested_event(report, date=DAY)
    sent = form_of(open_report(staff, report), suggestion)

    decide(staff, suggestion, sent, verb="merge", event=draft.pk)

    assert Citation.objects.get().event == draft


def test_what_wants_a_look_is_not_accepted_with_the_rest(staff, report):
    factories.geneva_round()
    alike = suggested_event(report)
    plain = suggested_event(report, kind="economic", place=None, actors=[])
    for status in ("background", "planned", "called_for", "denied"):
        suggested_event(report, kind="economic", status=status, actors=[])
    unclear = suggested_actor(report, slug=None)

    page = open_report(staff, report)

    assert [one.suggestion for one in page.context["plain"]] == [plain]
    assert {alike, unclear} < {one.suggestion for one in page.context["open"]}
