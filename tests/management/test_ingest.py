"""Reports given on the command line: what comes in, what is said, how it exits."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from talks.models import Article, ArticleVersion, Source, Suggestion
from tests import factories
from tests.ingest.invented import (
    OTHER_TEXT,
    SENTENCES,
    TEXT,
    TITLE,
    known_names,
    page,
    rss,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_worker(monkeypatch):
    """Nobody asks the queue here; the path through a worker has its own tests."""
    monkeypatch.setattr(
        "talks.management.commands.ingest._worker_answers", lambda: False
    )


@pytest.fixture(autouse=True)
def _names():
    known_names()


def ingest(*names: Path | str, **options) -> str:
    out = StringIO()
    call_command("ingest", *map(str, names), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def ingest_badly(*names: Path | str, **options) -> list[str]:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command(
            "ingest", *map(str, names), stdout=out, stderr=StringIO(), **options
        )
    return out.getvalue().splitlines()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def test_a_text_file_becomes_an_article_that_was_read(report: Path):
    line = ingest(report, published="2020-02-04")

    article = Article.objects.get()
    assert line.startswith(f"new  {TITLE}  (")
    assert (article.title, article.state, article.language) == (TITLE, "read", "en")
    assert article.published_at.date().isoformat() == "2020-02-04"


def test_every_suggestion_keeps_its_words_and_their_place(report: Path):
    ingest(report, published="2020-02-04")

    article = Article.objects.get()
    found = list(article.suggestions.all())
    assert {"event", "figure", "actor", "place"} == {s.kind for s in found}
    assert all(article.text[s.quote_start : s.quote_end] == s.quote for s in found)


def test_taking_it_in_twice_adds_nothing(report: Path):
    ingest(report, published="2020-02-04")
    before = list(Suggestion.objects.order_by("pk").values())

    line = ingest(report, published="2020-02-04")

    assert line.startswith("unchanged")
    assert Article.objects.count() == 1
    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_a_day_given_later_is_filled_in_and_the_report_read_again(report: Path):
    ingest(report)
    assert Article.objects.get().published_at is None

    ingest(report, published="2020-02-04")

    article = Article.objects.get()
    assert article.published_at.date().isoformat() == "2020-02-04"
    assert article.fetches.filter(step="read").count() == 2


def test_without_a_day_none_is_assumed_as_fact(report: Path):
    ingest(report)

    article = Article.objects.get()
    assert article.published_at is None
    assert article.counted_from is not None


def test_without_a_source_it_comes_from_one_called_by_hand(
    report: Path, tmp_path: Path
):
    other = tmp_path / "other.txt"
    other.write_text(OTHER_TEXT)

    ingest(report, other)

    assert {a.source.slug for a in Article.objects.all()} == {"by-hand"}
    assert Source.objects.filter(slug="by-hand").count() == 1


def test_a_source_is_named_by_its_slug(report: Path):
    factories.herald()

    ingest(report, source="herald")

    assert Article.objects.get().source.slug == "herald"


def test_a_page_is_read_without_its_menus(tmp_path: Path):
    path = tmp_path / "page.html"
    head = (
        '<meta property="article:published_time" content="2020-02-04T09:30:00+02:00">'
        '<link rel="canonical" href="https://www.paper.example/geneva?utm_source=x">'
    )
    path.write_text(page(head=head))

    ingest(path)

    article = Article.objects.get()
    assert article.published_at.isoformat() == "2020-02-04T07:30:00+00:00"
    assert article.canonical_address == "https://paper.example/geneva"
    assert (
        article.text == "\n\n".join((TITLE, *SENTENCES)) or SENTENCES[0] in article.text
    )
    assert "Privacy" not in article.text
    assert "recipes" not in article.text


def test_a_feed_is_read_as_it_is(tmp_path: Path):
    path = tmp_path / "feed.xml"
    items = [
        f"<item><title>Report {n}</title><link>https://paper.example/{n}</link>"
        f"<description>{SENTENCES[n]}</description></item>"
        for n in range(3)
    ]
    path.write_text(rss(*items))

    lines = ingest(path).splitlines()

    assert len(lines) == 3
    assert set(Article.objects.values_list("state", flat=True)) == {"read"}


def test_each_wrong_file_says_why_and_the_others_go_through(
    report: Path, tmp_path: Path
):
    wrong = {
        "empty.txt": (b"", "empty"),
        "binary.txt": (bytes(range(256)) * 20, "wrong_type"),
        "paper.pdf": (b"%PDF-1.7 x", "wrong_type"),
        "russian.txt": ("Делегации заседали весь день".encode("koi8-r"), "encoding"),
        "large.txt": (b"talks " * 1_000_000, "too_large"),
    }
    for name, (body, _) in wrong.items():
        (tmp_path / name).write_bytes(body)

    lines = ingest_badly(
        *(tmp_path / name for name in wrong), report, tmp_path / "none.txt", tmp_path
    )

    outcomes = [line.split()[0] for line in lines]
    expected = [outcome for _, outcome in wrong.values()]
    assert outcomes == [*expected, "new", "not_found", "not_found"]
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "outcome"),
    [
        pytest.param("ftp://paper.example/x", "blocked_address", id="not the web"),
        pytest.param("http://127.0.0.1/x", "blocked_address", id="this machine"),
        pytest.param("http://169.254.169.254/", "blocked_address", id="metadata"),
        pytest.param("http://nobody.invalid/x", "unreachable", id="unknown name"),
    ],
)
def test_an_address_that_cannot_be_had_says_why(address: str, outcome: str):
    (line,) = ingest_badly(address)

    assert line.startswith(outcome)


def test_machines_get_one_object_a_line(report: Path, tmp_path: Path):
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("ingest", str(report), str(tmp_path / "no"), "--json", stdout=out)

    good, bad = map(json.loads, out.getvalue().splitlines())
    assert good["ok"] is True
    assert good["suggestions"] == Suggestion.objects.count()
    assert (bad["ok"], bad["outcome"]) == (False, "not_found")


@pytest.mark.parametrize("wrong", [{"source": "nobody"}, {"published": "last week"}])
def test_what_is_said_wrongly_is_refused_before_anything_is_taken_in(report, wrong):
    with pytest.raises(CommandError):
        ingest(report, **wrong)

    assert not Article.objects.exists()


def test_a_reprint_is_a_copy_and_is_not_read(report: Path, tmp_path: Path):
    reprint = tmp_path / "reprint.txt"
    reprint.write_text(TEXT.replace(TITLE, "Geneva: rivals under one roof"))

    ingest(report)
    line = ingest(reprint)

    copy = Article.objects.latest("pk")
    assert line.startswith("copy")
    assert copy.duplicate_of == Article.objects.earliest("pk")
    assert not copy.suggestions.exists()


def test_a_page_given_again_with_another_text_is_a_new_version(tmp_path: Path):
    path = tmp_path / "page.html"
    head = '<link rel="canonical" href="https://paper.example/geneva">'
    path.write_text(page(head=head))
    ingest(path)
    path.write_text(
        page(head=head, paragraphs=(*SENTENCES, "The guns fell silent at nine."))
    )

    line = ingest(path)

    assert line.startswith("updated")
    assert Article.objects.count() == 1
    assert SENTENCES[0] in ArticleVersion.objects.get().text
