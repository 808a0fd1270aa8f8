"""Reads a whole report: who and where it is about, what happened, which numbers are claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from talks.detect.anchors import find_period, find_speech_day, find_story_day
from talks.detect.events import Candidate, Report, find_candidates
from talks.detect.figures import read_figures
from talks.detect.findings import Findings, FoundEvent, FoundFigure
from talks.detect.gazetteer import Gazetteer
from talks.detect.language import find_language
from talks.detect.lines import Line, read_lines
from talks.detect.merging import merge
from talks.detect.names import find_names
from talks.detect.relevance import judge, second_look
from talks.detect.repeats import without_repeats
from talks.detect.speakers import named_last
from talks.detect.text import Part, read_page

reader_version = "1"
LANGUAGES = ("en", "ar", "fr")
LONGEST_TEXT = 1_000_000  # code points; what comes after is not read
MOST_FINDINGS = 1000  # of a kind; no report of people says more


def read(
    text: str,
    *,
    published: date | datetime,
    language: str | None = None,
    gazetteer: Gazetteer,
    title: str | None = None,
) -> Findings:
    """Everything that the report says, each finding tied to the characters it rests on.

    Dates are resolved from the day of publication in the zone it is given in. What is
    not in English, Arabic or French, or not about Libya, comes back with a reason and
    no findings.
    """
    day = published.date() if isinstance(published, datetime) else published
    text = text[:LONGEST_TEXT]
    language = language or find_language(text)
    page = read_page(text, title or "")
    found_title = page.title.text if page.title else title or ""
    if language not in LANGUAGES:
        return _set_aside(language, found_title, "in a language that is not read")
    names = find_names(page, gazetteer, day, language)
    lines = read_lines(page, names, day, language)
    verdict = judge(lines, gazetteer, language)
    if not (verdict.relevant or verdict.in_doubt):
        return _set_aside(language, found_title, verdict.reason)
    report = Report(
        day,
        find_story_day(lines, day),
        language,
        gazetteer,
        covers=find_period(lines, day),
        speech_day=find_speech_day(lines, day),
    )
    figures, events = _read_lines(lines, report)
    if verdict.in_doubt:
        verdict = second_look(verdict, figures, events)
    if not verdict.relevant:
        return _set_aside(language, found_title, verdict.reason)
    return Findings(
        language=language,
        title=found_title,
        relevant=True,
        relevance_reason=verdict.reason,
        reader_version=reader_version,
        mentions=names.mentions,
        figures=figures,
        events=events,
    )


def _read_lines(
    lines: list[Line], report: Report
) -> tuple[tuple[FoundFigure, ...], tuple[FoundEvent, ...]]:
    titles = [line.sentence.end for line in lines if line.sentence.part is Part.TITLE]
    headline_end = max(titles, default=0)
    figures: list[FoundFigure] = []
    candidates: list[Candidate] = []
    for line in lines:
        if line.sentence.part is Part.CAPTION:
            continue
        claimed = read_figures(line, report.language, figures)
        figures += claimed
        candidates += find_candidates(line, claimed, report)
        if line.sentence.part is Part.BODY:
            speakers = named_last(line.words, report.speakers, report.gazetteer)
            if speakers != report.speakers:
                report = replace(report, speakers=speakers)
    return (
        tuple(without_repeats(figures[:MOST_FINDINGS], headline_end)),
        tuple(merge(candidates[:MOST_FINDINGS], report.gazetteer)),
    )


def _set_aside(language: str, title: str, reason: str) -> Findings:
    return Findings(
        language=language,
        title=title,
        relevant=False,
        relevance_reason=reason,
        reader_version=reader_version,
    )
