"""From a report in a file, through a real worker and a person, to the timeline."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from talks import review
from talks.models import Article, Event, Suggestion
from tests.ingest.invented import SENTENCES, TEXT, TITLE, known_names


def ingest(path: Path) -> str:
    out = StringIO()
    call_command(
        "ingest", str(path), published="2020-02-04", stdout=out, stderr=StringIO()
    )
    return out.getvalue()


def test_a_report_becomes_suggestions_tied_to_their_sentences(worker, tmp_path: Path):
    known_names()
    path = tmp_path / "report.txt"
    path.write_text(TEXT)

    said = ingest(path)

    article = Article.objects.get()
    deaths = Suggestion.objects.get(kind="figure")
    talks = Suggestion.objects.filter(kind="event", finding__kind="talks").first()
    assert said.startswith(f"new  {TITLE}")
    assert article.state == "read"
    assert (deaths.finding["low"], deaths.finding["measure"]) == (12, "deaths")
    assert deaths.quote == SENTENCES[1]
    assert talks is not None
    assert talks.finding["place"] == "geneva"
    assert article.text[talks.quote_start : talks.quote_end] == talks.quote


def test_the_same_report_again_changes_nothing(worker, tmp_path: Path):
    known_names()
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    ingest(path)
    before = list(Suggestion.objects.order_by("pk").values())

    said = ingest(path)

    assert said.startswith("unchanged")
    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_what_a_person_accepts_is_on_the_timeline_with_its_sentence(
    worker, reviewer, client, tmp_path: Path
):
    known_names()
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    ingest(path)
    talks = Suggestion.objects.filter(kind="event", finding__kind="talks").first()
    assert "Geneva" not in client.get("/timeline/").content.decode()

    review.accept(talks, by=reviewer, now=timezone.now())

    event = Event.objects.get()
    timeline = client.get("/timeline/").content.decode()
    its_page = client.get(event.get_absolute_url()).content.decode()
    assert event.get_absolute_url() in timeline
    assert talks.quote in its_page
    assert event.citations.get().article.title == TITLE
