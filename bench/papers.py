"""Invented papers on this machine: each a feed and its reports, in three languages."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from threading import Thread
from xml.sax.saxutils import escape

HOST = "127.0.0.1"
# A report's first sentence and its later ones; the words between are of no language.
SENTENCES = {
    "en": (
        "Officers of the Government of National Accord met in {place} on Monday.",
        "At least {count} people were killed in shelling near {place}, and {words}.",
        "The mediator said that {words}, and that the talks would go on.",
    ),
    "fr": (
        "Des officiers du gouvernement se sont réunis à {place} lundi.",
        "Au moins {count} personnes ont été tuées près de {place}, et {words}.",
        "Le médiateur a dit que {words}, et que les pourparlers se poursuivent.",
    ),
    "ar": (
        "اجتمع ضباط من حكومة الوفاق الوطني في {place} يوم الاثنين.",
        "قُتل ما لا يقل عن {count} شخصا في قصف قرب {place}، كما {words}.",
        "وقال الوسيط إن {words} وإن المحادثات سوف تستمر.",
    ),
}
PLACES = {
    "en": ("Tripoli", "Benghazi", "Misrata", "Sirte"),
    "fr": ("Tripoli", "Benghazi", "Misrata", "Syrte"),
    "ar": ("طرابلس", "بنغازي", "مصراتة", "سرت"),
}
SYLLABLES = {
    "en": ("ba", "ri", "to", "men", "sul", "ka", "dor", "vi"),
    "fr": ("cha", "leu", "ron", "tai", "que", "mou", "ssi", "bel"),
    "ar": ("با", "ري", "تو", "من", "سل", "كا", "دو", "في"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """One invented report."""

    title: str
    language: str
    paragraphs: tuple[str, ...]

    @property
    def page(self) -> bytes:
        """Return it as a page."""
        body = "".join(f"<p>{words}</p>" for words in self.paragraphs)
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>'
            f"<title>{self.title}</title>"
            '<meta property="article:published_time" content="2020-02-04T09:30:00Z">'
            "</head><body><nav><a href='/'>Home</a></nav><main><article>"
            f"<h1>{self.title}</h1>{body}</article></main></body></html>"
        ).encode()


@dataclass(frozen=True, slots=True)
class Paper:
    """A server, and the reports that it will serve."""

    server: ThreadingHTTPServer
    reports: tuple[Report, ...]

    @property
    def address(self) -> str:
        """Return the address of its front page, without the slash."""
        return f"http://{HOST}:{self.server.server_port}"

    @property
    def feed(self) -> bytes:
        """Return its RSS feed: a title and an address a report."""
        items = "".join(
            f"<item><title>{escape(report.title)}</title>"
            f"<link>{self.address}/{number}</link></item>"
            for number, report in enumerate(self.reports)
        )
        channel = f"<channel><title>A paper</title>{items}</channel>"
        return f'<rss version="2.0">{channel}</rss>'.encode()


def invent(count: int, chance: random.Random) -> list[Report]:
    """Return reports none of which resembles another."""
    languages = tuple(SENTENCES)
    return [_report(n, languages[n % len(languages)], chance) for n in range(count)]


@contextmanager
def printed(reports: Sequence[Report], *, papers: int) -> Iterator[list[Paper]]:
    """Serve the reports, dealt out to so many papers, from a process of its own."""
    dealt = [
        Paper(_server(), tuple(reports[number::papers])) for number in range(papers)
    ]
    process = get_context("fork").Process(target=_serve, args=(dealt,), daemon=True)
    process.start()
    try:
        yield dealt
    finally:
        process.kill()
        process.join()
        for paper in dealt:
            paper.server.server_close()


def _report(number: int, language: str, chance: random.Random) -> Report:
    first, killed, said = SENTENCES[language]
    parts = [first, *(chance.choice((killed, said)) for _ in range(8))]
    paragraphs = tuple(
        part.format(
            place=chance.choice(PLACES[language]),
            count=chance.randint(2, 90),
            words=_words(language, chance),
        )
        for part in parts
    )
    title = f"Libya {number}: {_words(language, chance)}"
    return Report(title, language, paragraphs)


def _words(language: str, chance: random.Random) -> str:
    syllables = SYLLABLES[language]
    return " ".join("".join(chance.choices(syllables, k=3)) for _ in range(12))


def _server() -> ThreadingHTTPServer:
    """Return a server that listens already, so that its address is known."""
    return ThreadingHTTPServer((HOST, 0), BaseHTTPRequestHandler)


def _serve(papers: Sequence[Paper]) -> None:
    threads = [Thread(target=_serve_one, args=(paper,)) for paper in papers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _serve_one(paper: Paper) -> None:
    pages = {f"/{n}": report.page for n, report in enumerate(paper.reports)}
    feed = {"/feed": paper.feed}

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = pages.get(self.path), "text/html; charset=utf-8"
            if body is None:
                body, kind = feed.get(self.path), "application/rss+xml"
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Keep silent."""

    paper.server.RequestHandlerClass = Answering
    paper.server.serve_forever()
