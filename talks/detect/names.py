"""Who and where a report speaks of: names found in its sentences and told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talks.detect.findings import Evidence, Mention
from talks.detect.folding import Folded, fold
from talks.detect.gazetteer import ActorEntry, Form, Gazetteer, to_lookup
from talks.detect.masks import Mask, find_masks
from talks.detect.name_cues import NameCues, load_name_cues
from talks.detect.text import Page, Part, Sentence


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of a report in order, and the stretches where numbers are names."""

    mentions: tuple[Mention, ...]
    masks: tuple[Mask, ...]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie in a stretch of the text."""
        first = bisect_right(self.mentions, start - 1, key=lambda m: m.evidence.start)
        last = bisect_right(self.mentions, end - 1, key=lambda m: m.evidence.start)
        return tuple(m for m in self.mentions[first:last] if m.evidence.end <= end)

    def masked(self, start: int, end: int) -> bool:
        """Tell whether what stands here is part of a name."""
        last = bisect_right(self.masks, start, key=lambda mask: mask.start)
        return any(mask.end >= end for mask in self.masks[max(0, last - 3) : last])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A spelling found in the looked-up text, at offsets of that text."""

    start: int
    end: int
    form: Form
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Report:
    """What deciding about a name takes: the text, the cues, and who is named in full."""

    page: Page
    folded: Folded
    lookup: str
    gazetteer: Gazetteer
    cues: NameCues
    published: date
    in_full: frozenset[str]
    lebanese: bool

    def before(self, found: _Candidate, width: int = 60) -> str:
        """Return what stands before a name in its sentence."""
        return self.lookup[max(self._opening(found), found.start - width) : found.start]

    def after(self, found: _Candidate, width: int = 60) -> str:
        """Return what stands after a name, to the end of the line at most."""
        return self.lookup[found.end : found.end + width].partition("\n")[0]

    def _opening(self, found: _Candidate) -> int:
        if self.folded.starts is None:
            return found.sentence.start
        return max(0, found.start - 60)

    def written(self, found: _Candidate) -> str:
        """Return the name as the report writes it."""
        start, end = self.folded.original(found.start), self.folded.original(found.end)
        return self.page.text[start:end]


def find_names(
    page: Page, gazetteer: Gazetteer, published: date, language: str = "en"
) -> Names:
    """Return the actors and places a page names, each tied to its characters.

    A name that several share goes to the one it belonged to on the day of the report;
    where that does not decide, `slug` is None and the candidates are given.
    """
    folded = fold(page.text)
    lookup = to_lookup(folded.text)
    found = list(_longest(_candidates(page, folded, lookup, gazetteer), gazetteer))
    report = _Report(
        page,
        folded,
        lookup,
        gazetteer,
        load_name_cues(language),
        published,
        _named_in_full(found),
        _speaks_of_lebanon(lookup),
    )
    mentions = [mention for one in found for mention in _decide(report, one)]
    mentions += _demonyms(report, found)
    mentions += _forces(report, mentions)
    mentions.sort(
        key=lambda m: (m.evidence.start, -m.evidence.end, m.kind, m.slug or "")
    )
    return Names(tuple(_once(mentions)), _masks(folded, mentions))


def _once(mentions: list[Mention]) -> Iterator[Mention]:
    seen = set()
    for mention in mentions:
        key = (mention.evidence.start, mention.evidence.end, mention.kind, mention.slug)
        if key not in seen:
            seen.add(key)
            yield mention


def _masks(folded: Folded, mentions: list[Mention]) -> tuple[Mask, ...]:
    numbered = [
        Mask(folded.original(mask.start), folded.original(mask.end), mask.kind)
        for mask in find_masks(folded.text)
    ]
    named = [
        Mask(mention.evidence.start, mention.evidence.end, "name")
        for mention in mentions
        if any(character.isdigit() for character in mention.evidence.quote)
    ]
    return tuple(sorted(numbered + named, key=lambda mask: (mask.start, mask.end)))


# ------------------------------------------------------------------ finding spellings


def _candidates(
    page: Page, folded: Folded, lookup: str, gazetteer: Gazetteer
) -> Iterator[_Candidate]:
    sentences = sorted(page.sentences, key=lambda sentence: sentence.start)
    starts = [sentence.start for sentence in sentences]
    for last, form in gazetteer.automaton.iter(lookup):
        start, end = last + 1 - len(form.text), last + 1
        if not _stands_alone(lookup, start, end):
            continue
        position = folded.original(start)
        index = bisect_right(starts, position) - 1
        if index < 0 or position >= sentences[index].end:
            continue
        written = page.text[position : folded.original(end)]
        if _is_written_so(written, form, sentences[index]):
            yield _Candidate(start, end, form, sentences[index])


# and, then; by, to, as, for; the - as Arabic writes them onto the next word
_CLITICS = re.compile(r"[وف]?[بلكس]?(?:ال)?")
# short words become other words that way ("فسرت" explained, "كسرت" broke)
_SAFE_CLITICS = re.compile(r"و?[بل]?")
_SHORT = 4


def _stands_alone(lookup: str, start: int, end: int) -> bool:
    if end < len(lookup) and (lookup[end].isalnum() or lookup[end] == "_"):
        return False
    if start == 0 or not lookup[start - 1].isalnum():
        return True
    if not "\u0621" <= lookup[start] <= "\u064a":
        return False
    opening = start - 1
    while opening > 0 and start - opening < 5 and lookup[opening - 1].isalpha():
        opening -= 1
    clitics = _SAFE_CLITICS if end - start <= _SHORT else _CLITICS
    return bool(clitics.fullmatch(lookup, opening, start))


def _is_written_so(written: str, form: Form, sentence: Sentence) -> bool:
    """Tell whether capitals stand where the name has them ("US" is not "us")."""
    if form.capitals == "any":
        return True
    if form.capitals == "first":
        return written[:1].isupper()
    if written.upper() != written:
        # newspapers write long acronyms as words: Unsmil, Manul, Otan
        return len(written) >= 4 and written[:1].isupper()
    return len(written) > 3 or not sentence.text.isupper()


def _longest(
    candidates: Iterator[_Candidate], gazetteer: Gazetteer
) -> Iterator[_Candidate]:
    """Yield the longest of the candidates that overlap, and a leader within his army's name."""
    outer: _Candidate | None = None
    for found in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if outer is None or found.start >= outer.end:
            outer = found
            yield found
        elif (
            found.end <= outer.end
            and outer.form.actors
            and _leads(found, outer, gazetteer)
        ):
            yield found


def _leads(inner: _Candidate, outer: _Candidate, gazetteer: Gazetteer) -> bool:
    """Tell whether a person is named within the name of a body ("Haftar's forces")."""
    kinds = {gazetteer.actors[slug].kind for slug in outer.form.actors}
    return "person" not in kinds and any(
        gazetteer.actors[slug].kind == "person" for slug in inner.form.actors
    )


def _named_in_full(found: list[_Candidate]) -> frozenset[str]:
    slugs = (
        one.form.actors for one in found if one.form.whole and len(one.form.actors) == 1
    )
    return frozenset(slug for (slug,) in slugs)


_LEBANON = re.compile(
    r"(?<!\w)(?:lebanon|lebanese|liban|libanaise?s?|لبنان|ال?لبناني?ه?)(?!\w)"
)
_LIBYA = re.compile(r"(?<!\w)(?:libya|libyan|libye|libyenn?e?s?)(?!\w)|ليبيا|ليبي")


def _speaks_of_lebanon(lookup: str) -> bool:
    """Tell whether Tripoli would be the Lebanese one."""
    sample = lookup[:20_000]
    return len(_LEBANON.findall(sample)) > len(_LIBYA.findall(sample))


# ------------------------------------------------------------------ telling what they mean


def _decide(report: _Report, found: _Candidate) -> Iterator[Mention]:
    """Yield what a found spelling means here: an actor, a place, or nothing."""
    form = found.form
    if form.actors and form.places:
        as_place = _is_town_here(report, found)
        yield from _place(report, found) if as_place else _actor(report, found)
    elif form.places:
        yield from _place(report, found)
    elif form.actors:
        yield from _actor(report, found)


def _mention(
    report: _Report,
    found: _Candidate,
    kind: str,
    slugs: list[str],
    rule: str,
    confidence: float,
) -> Mention:
    start, end = report.folded.original(found.start), report.folded.original(found.end)
    slug = slugs[0] if len(slugs) == 1 else None
    return Mention(
        kind=kind,
        slug=slug,
        evidence=Evidence(start, end, report.page.text[start:end]),
        rule=rule,
        confidence=confidence if slug else 0.5,
        candidates=() if slug else tuple(slugs),
        dateline=kind == "place" and _in_dateline(found.sentence, start),
    )


def _in_dateline(sentence: Sentence, start: int) -> bool:
    if sentence.part is Part.META:
        return True
    return start < sentence.opens


def _words_before(report: _Report, found: _Candidate) -> list[str]:
    return _WORD.findall(report.before(found))


def _words_after(report: _Report, found: _Candidate) -> list[str]:
    return _WORD.findall(report.after(found))


_WORD = re.compile(r"\w+")


# ------------------------------------------------------------------ places


def _place(report: _Report, found: _Candidate) -> Iterator[Mention]:
    slugs = list(found.form.places)
    if slugs == ["tripoli"] and (
        report.lebanese or _LEBANON.match(report.after(found, 25).strip(" ,(in"))
    ):
        slugs = (
            ["tripoli-lebanon"] if "tripoli-lebanon" in report.gazetteer.places else []
        )
    if slugs and _is_place_here(report, found):
        yield _mention(report, found, "place", slugs, "place.name", 0.95)


def _is_place_here(report: _Report, found: _Candidate) -> bool:
    if found.form.text not in report.cues.common_places:
        return True
    clitic = report.lookup[max(0, found.start - 2) : found.start].strip()
    if clitic in {"ب", "ل", "وب", "ول"}:
        return True
    words = _words_before(report, found)
    return bool(words) and (
        words[-1] in report.cues.place_words or _in_list_of_places(report, found, words)
    )


def _in_list_of_places(report: _Report, found: _Candidate, words: list[str]) -> bool:
    """Tell whether a name follows another one: "in Sirte and Hun"."""
    before = report.before(found).rstrip(" ,و")
    return any(
        before.endswith(name) for name in report.cues.place_words if len(name) > 3
    ) or (bool(words) and words[-1].lstrip("وبل") in _TOWNS_IN_LISTS)


_TOWNS_IN_LISTS = frozenset(
    (
        "طرابلس",
        "مصراته",
        "بنغازي",
        "سرت",
        "صبراته",
        "الجفره",
        "سبها",
        "درنه",
        "طبرق",
        "غريان",
        "ترهونه",
        "زواره",
    )
)


def _is_town_here(report: _Report, found: _Candidate) -> bool:
    """Tell a capital as a town from the government that sits in it."""
    cues = report.cues
    start = report.folded.original(found.start)
    if _in_dateline(found.sentence, start):
        return True
    before, after = _words_before(report, found), _words_after(report, found)
    if before and before[-1] in cues.locatives:
        return True
    if (
        report.lookup[found.start - 1 : found.start] == "ب"
        and report.cues.language == "ar"
    ):
        return True
    if (
        after
        and after[0] in cues.gatherings
        and not report.after(found).startswith("'")
    ):
        return True
    if (
        cues.language != "en"
        and before[-2:]
        and cues.gatherings.intersection(before[-2:])
    ):
        return True
    return before[-1:] in (["from"], ["de"], ["من"]) and bool(
        cues.movements.intersection(before[-6:])
    )


# ------------------------------------------------------------------ actors


def _actor(report: _Report, found: _Candidate) -> Iterator[Mention]:
    entries = [report.gazetteer.actors[slug] for slug in found.form.actors]
    kinds = {entry.kind for entry in entries}
    if kinds == {"person"} and not _is_this_person(report, found, entries):
        return
    if kinds & {"state", "international_org"} and _only_backs(report, found):
        return
    if kinds == {"state"} and _is_only_where(report, found):
        return
    if found.form.text in report.cues.generic and _is_foreign(report, found):
        return
    slugs = _those_of_the_day(entries, report)
    rule = "actor.name" if found.form.whole else "actor.short"
    yield _mention(
        report, found, "actor", slugs, rule, 0.97 if found.form.whole else 0.9
    )


def _those_of_the_day(entries: list[ActorEntry], report: _Report) -> list[str]:
    """Return whom a shared name belonged to on the day of the report, likeliest first."""
    if len(entries) == 1:
        return [entries[0].slug]
    valid = [entry.slug for entry in entries if _is_valid(entry, report.published)]
    named = [slug for slug in valid if slug in report.in_full]
    if len(valid) == 1 or len(named) == 1:
        return valid if len(valid) == 1 else named
    return valid or [entry.slug for entry in entries]


def _is_valid(entry: ActorEntry, day: date) -> bool:
    begins, ends = entry.valid_from or date.min, entry.valid_to or date.max
    return begins <= day <= ends


def _is_this_person(
    report: _Report, found: _Candidate, entries: list[ActorEntry]
) -> bool:
    """Tell whether a surname is that of the person we know, not of a namesake."""
    text = found.form.text
    if " " in text.replace("al ", "").replace("el ", "") and not text.startswith("ال"):
        return True
    own = frozenset[str]().union(
        *(report.gazetteer.given_names[e.slug] for e in entries)
    )
    named = any(entry.slug in report.in_full for entry in entries)
    before = _words_before(report, found)
    adjacent = before[-1] if before and report.before(found).endswith(" ") else ""
    adjacent = (
        adjacent if adjacent not in {"al", "el"} or len(before) < 2 else before[-2]
    )
    if adjacent in own:
        return True
    if adjacent in report.cues.given_names or _follows_a_strange_name(
        report, found, adjacent
    ):
        return False
    if text.removeprefix("al ") not in report.cues.shared_surnames:
        return True
    return named or adjacent in report.cues.titles


def _follows_a_strange_name(report: _Report, found: _Candidate, adjacent: str) -> bool:
    """Tell whether a capitalised word before a surname looks like another given name."""
    if not adjacent.isascii() or not adjacent or found.sentence.part is Part.TITLE:
        return False
    end = report.folded.original(found.start)
    words = report.page.text[max(found.sentence.start, end - 40) : end].rstrip()
    last = words.rsplit(None, 1)[-1] if words else ""
    if not last[:1].isupper() or last.endswith(("'s", "’s", ".", ",", ":", ")")):
        return False
    opens_sentence = (
        len(words) == len(last) and end - len(words) <= found.sentence.opens + 1
    )
    known = adjacent in report.cues.titles or adjacent in report.cues.demonyms
    return not (
        known
        or opens_sentence
        or "-" in last
        or last.isupper()
        or adjacent in _NOT_NAMES
    )


_NOT_NAMES = frozenset(
    ("libyan", "libya", "eastern", "tripoli", "lna", "gna", "un", "u", "n", "s")
)


def _only_backs(report: _Report, found: _Candidate) -> bool:
    """Tell whether a state or body is named only as backing another ("UN-backed")."""
    start, end = report.folded.original(found.start), report.folded.original(found.end)
    after = report.folded.text[found.end : found.end + 30]
    if after[:1] in {"-", "."} and report.cues.backed.match(after.lstrip("-. ")):
        return True
    del start, end
    before = report.before(found)
    return report.cues.language != "en" and bool(
        re.search(rf"{report.cues.backed.pattern}\Z", before)
    )


def _is_only_where(report: _Report, found: _Candidate) -> bool:
    """Tell whether a state is named as the land in which something is."""
    before = report.before(found, 12).rstrip()
    if report.cues.language == "ar":
        return before.endswith((" في", " داخل")) or before == "في"
    if report.cues.language == "fr":
        return bool(re.search(r"(?<!\w)(?:en|au)\Z", before))
    return bool(re.search(r"(?<!\w)(?:in|inside|across)(?: the)?\Z", before))


_FOREIGN_AFTER = re.compile(r"(?:'s)? (?:of|in|du|de la|de l'|d') ?(?:the )?(\w+)")


def _is_foreign(report: _Report, found: _Candidate) -> bool:
    """Tell whether a general name ("parliament") is that of another country."""
    cues = report.cues
    before, after = report.before(found, 25), report.after(found, 30)
    near = [*_WORD.findall(before)[-2:], *_WORD.findall(after)[:1]]
    if any(
        word in cues.demonyms or word.removeprefix("ال") in cues.demonyms
        for word in near
    ):
        return True
    return bool(_FOREIGN_OWNER.search(before))


_FOREIGN_OWNER = re.compile(
    r"(?<!\w)(?:turkey|egypt|tunisia|algeria|italy|greece|malta|russia|france|germany|lebanon|iraq|israel|sudan|chad|niger|europe|european|israeli|iraqi|lebanese|yemeni|kuwaiti)(?:'s)? \Z"
)


# ------------------------------------------------------------------ peoples and forces


def _demonyms(report: _Report, found: list[_Candidate]) -> Iterator[Mention]:
    """Yield a state for "Turkish forces" and the like, where no longer name covers it."""
    cues = report.cues
    taken = [(one.start, one.end) for one in found]
    starts = [start for start, _ in taken]
    sentences = sorted(report.page.sentences, key=lambda sentence: sentence.start)
    opens = [sentence.start for sentence in sentences]
    for people in cues.demonym.finditer(report.lookup):
        start, end = people.span(1)
        index = bisect_right(opens, report.folded.original(start)) - 1
        if index < 0 or report.folded.original(start) >= sentences[index].end:
            continue
        near = bisect_right(starts, start) - 1
        if near >= 0 and taken[near][1] > start:
            continue
        slug = cues.demonyms[people[1]]
        if slug not in report.gazetteer.actors:
            continue
        one = _Candidate(start, end, Form(people[1], [slug]), sentences[index])
        if _is_official(report, one):
            yield _mention(report, one, "actor", [slug], "actor.people", 0.75)


def _is_official(report: _Report, found: _Candidate) -> bool:
    officials = report.cues.officials
    before, after = _words_before(report, found)[-2:], _words_after(report, found)[:2]
    if report.cues.language == "en":
        if report.folded.text[found.end : found.end + 1] == "-":
            return False
        return bool(after) and (
            after[0] in officials or (len(after) > 1 and after[1] in officials)
        )
    stems = {
        word.removeprefix("و").removeprefix("لل").removeprefix("ال") for word in before
    }
    return bool(officials.intersection(before) or officials.intersection(stems))


_LEADERS = {
    "haftar": "lna",
    "sarraj": "gna-forces",
    "bashagha": "gns",
    "dbeibah": "gnu",
}


def _forces(report: _Report, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the army for "Haftar's forces" and for "his forces" right after his name."""
    by_place = sorted(mentions, key=lambda mention: mention.evidence.start)
    leaders = [
        m
        for m in by_place
        if m.slug in _LEADERS and _LEADERS[m.slug] in report.gazetteer.actors
    ]
    if not leaders:
        return
    del by_place
    for leader in leaders:
        yield from _forces_named(report, leader)
    yield from _forces_by_pronoun(report, leaders)


def _forces_named(report: _Report, leader: Mention) -> Iterator[Mention]:
    start, end = (
        _in_lookup(report, leader.evidence.start),
        _in_lookup(report, leader.evidence.end),
    )
    line = report.lookup.rfind("\n", max(0, start - 60), start) + 1 or max(
        0, start - 60
    )
    before = report.cues.forces_before.search(report.lookup, line, start)
    after = report.cues.forces_after.match(report.lookup, end, end + 60)
    if before or after:
        army = _LEADERS[leader.slug or ""]
        first = (
            report.folded.original(before.start()) if before else leader.evidence.start
        )
        last = report.folded.original(after.end()) if after else leader.evidence.end
        yield _army(report, army, first, last, 0.92)


def _forces_by_pronoun(report: _Report, leaders: list[Mention]) -> Iterator[Mention]:
    starts = [leader.evidence.start for leader in leaders]
    for pronoun in report.cues.forces_pronoun.finditer(report.lookup):
        start, end = (
            report.folded.original(pronoun.start()),
            report.folded.original(pronoun.end()),
        )
        index = bisect_right(starts, start) - 1
        if index >= 0 and start - leaders[index].evidence.end < 200:
            yield _army(report, _LEADERS[leaders[index].slug or ""], start, end, 0.7)


def _army(
    report: _Report, slug: str, start: int, end: int, confidence: float
) -> Mention:
    quote = report.page.text[start:end]
    return Mention(
        "actor", slug, Evidence(start, end, quote), "actor.forces", confidence
    )


def _in_lookup(report: _Report, position: int) -> int:
    starts = report.folded.starts
    return position if starts is None else bisect_right(starts, position - 1)
