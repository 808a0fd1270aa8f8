"""What a number counts: people of some kind, dead or hurt, or things that are no figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talks.detect.heads import THINGS, Heads, heads_of
from talks.detect.numbers import Number, as_count, find_numbers, hedge_behind
from talks.detect.words import Word
from talks.values import Count, Qualifier

_LONGEST_SEARCH = 7
_MOST_UNKNOWN = 2
_SHORTEST_TRADE = 5  # letters
_BODIES = "bodies_recovered"
_OWN_WAW = frozenset({"واحد", "واحده", "والده", "والدته", "والدها", "والدتها"})
_AGED = 2  # words from the person to the age in "a girl of nine"
_FROM = frozenset({"of", "from", "de", "d'", "la", "même", "the", "single"})
_OF = frozenset({"of", "de", "d'", "des", "du"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts, closed up into one word of the sentence.

    `measure` is set where the counted word says it all ("12 deaths"). `named` means
    that there was no number but an article ("a child"): one person. `part` means that
    it is counted out of those before it ("three of them"), `joined` that an Arabic
    "and" is written onto it.
    """

    count: Count
    population: str | None = None
    measure: str | None = None
    things: bool = False
    named: bool = False
    part: bool = False
    joined: bool = False


def close_counts(words: Sequence[Word], language: str) -> list[Word]:
    """Return the sentence with every number and its counted word closed up into one."""
    heads = heads_of(language)
    words, found_numbers = _without_ages(words, find_numbers(words, language), heads)
    numbers = {number.start: number for number in found_numbers}
    people = _may_be_people(words, heads)
    if not numbers and not people:
        return list(words)
    closed: list[Word] = []
    at = 0
    while at < len(words):
        number = numbers.get(at)
        if number:
            found = _counted(words, number, heads) or _without_number(words, at, heads)
            found = found and _with_what_follows(words, found, heads, language)
        elif at not in people:
            found = None
        else:
            found = _without_number(words, at, heads)
            if found and any(start in numbers for start in range(at + 1, found[1])):
                found = None  # "her three children": the number says how many
        if found is None:
            closed.append(words[at])
            at += 1
            continue
        counted, end = found
        if words[at].text.startswith("و") and words[at].text not in _OWN_WAW:
            counted = replace(counted, joined=True)
        closed.append(_as_word(words, at, end, counted))
        at = end
    return closed


def _without_ages(
    words: Sequence[Word], numbers: Sequence[Number], heads: Heads
) -> tuple[Sequence[Word], Sequence[Number]]:
    """Leave out the age in "a girl of nine": what is left counts one girl."""
    for number in reversed(numbers):
        start, end = number.start, number.end
        of = start >= _AGED and words[start - 1].text in _OF
        if of and not heads.aged.isdisjoint(words[start - _AGED].forms):
            words = [*words[: start - 1], *words[end:]]
            shift = end - start + 1
            numbers = [
                replace(n, start=n.start - shift, end=n.end - shift)
                if n.start > start
                else n
                for n in numbers
                if n is not number
            ]
    return words, numbers


def people_named(words: Sequence[Word], language: str) -> str | None:
    """Return the people that some words name first: "the number of civilians killed"."""
    found = heads_of(language).meanings.found_in(words)
    return next((name for (sort, name), _ in found if sort == "population"), None)


def ends_no_phrase(word: Word, language: str) -> bool:
    """Whether a word may still be part of what is counted: no verb, no preposition."""
    heads = heads_of(language)
    return heads.stops.isdisjoint(word.forms) and heads.links.isdisjoint(word.forms)


def _as_word(words: Sequence[Word], start: int, end: int, counted: Counted) -> Word:
    first, last = words[start], words[end - 1]
    return Word(
        first.start, last.end, "<count>", frozenset(["<count>"]), "count", counted
    )


def _counted(
    words: Sequence[Word], number: Number, heads: Heads
) -> tuple[Counted, int] | None:
    """Return a number with the counted word to its right, None when it is an age or a year."""
    start, end = number.start, number.end
    population, measure, things, reach = _search(words, end, heads)
    bare = population is None and measure is None
    if bare and number.weak:
        return None
    if _is_age(words, start, end, heads) or (bare and _is_year(words, start, end)):
        return None
    if bare and _says_how_old(words, number, heads):
        return None
    if number.weak and population == "families" and words[start - 1].text in _FROM:
        return None  # "four children of one family"
    if population == "men" and any(word.kind == "actor" for word in words[end:reach]):
        population = "combatants"  # "dozens of Haftar's men"
    part = any(not heads.part.isdisjoint(word.forms) for word in words[end:reach])
    return Counted(number.count, population, measure, things=things, part=part), reach


def _with_what_follows(
    words: Sequence[Word], found: tuple[Counted, int], heads: Heads, language: str
) -> tuple[Counted, int]:
    """Take in "12 people at least" and "72 were civilians"."""
    counted, end = found
    hedge = hedge_behind(words, end, language)
    if hedge and counted.count.qualifier is Qualifier.EXACT and counted.count.best:
        best = counted.count.best
        counted = replace(counted, count=as_count(best, best, hedge[0]))
        end = hedge[1]
    if counted.population in {None, "all"} and not counted.things:
        return _consisting(words, counted, end, heads)
    return counted, end


def _consisting(
    words: Sequence[Word], counted: Counted, end: int, heads: Heads
) -> tuple[Counted, int]:
    """Return the count with the people that it is said to consist of behind it."""
    link = heads.consists.beginning_at(words, end)
    at = link[1] if link else end
    if link and at < len(words) and not heads.links.isdisjoint(words[at].forms):
        at += 1
    meaning = heads.meanings.beginning_at(words, at) if link else None
    if meaning is None or meaning[0][0] != "population" or meaning[0][1] == "families":
        return counted, end
    bare = counted.population is None and counted.measure is None
    people = replace(counted, population=meaning[0][1], part=counted.part or bare)
    return people, meaning[1]


def _search(
    words: Sequence[Word], end: int, heads: Heads
) -> tuple[str | None, str | None, bool, int]:
    """Return population, measure, whether things are counted, and where the phrase ends."""
    population = measure = None
    unknown, at, reach = 0, end, end
    while at < min(end + _LONGEST_SEARCH, len(words)) and unknown <= _MOST_UNKNOWN:
        meaning = heads.meanings.beginning_at(words, at)
        if meaning is None and words[at].kind == "actor":
            meaning = _of_its_men(words, at, heads)
        if meaning is None:
            if reach > end or _ends_search(words[at], heads):
                break
            unknown += heads.links.isdisjoint(words[at].forms)
            at += 1
            continue
        (sort, name), after = meaning
        if _begins_anew(words[at], heads) or (
            sort == "measure"
            and (unknown or population)
            and _is_verb(words, after, heads)
        ):
            break
        if sort == THINGS:
            return population, measure, reach == end, after if reach == end else reach
        if sort == "population":
            population = _narrower(population, name)
        else:
            measure = measure or name
        at = reach = after
        unknown = 0
    return population, measure, False, reach


def _of_its_men(
    words: Sequence[Word], at: int, heads: Heads
) -> tuple[tuple[str, str], int] | None:
    """Return fighters for a name that ends in them: "dozens of Haftar's men"."""
    last = words[at].text.rsplit(" ", 1)[-1]
    men = last in heads.meanings.first_words and " " in words[at].text
    return (("population", "combatants"), at + 1) if men else None


def _is_verb(words: Sequence[Word], after: int, heads: Heads) -> bool:
    """Whether a word like "killed" behind a noun is its verb: "12 soldiers killed"."""
    return words[after - 1].text in heads.stops


def _begins_anew(word: Word, heads: Heads) -> bool:
    """Whether an Arabic "and" is written onto the word: it belongs to what comes next."""
    return word.text.startswith("و") and word.text not in heads.meanings.first_words


def _ends_search(word: Word, heads: Heads) -> bool:
    if word.kind == "digits":
        return word.text[-1].isdigit()  # "9-year-old" is an adjective
    return word.kind in {"mark", "date"} or not heads.stops.isdisjoint(word.forms)


def _narrower(first: str | None, second: str) -> str:
    """Of "civilian men" and "police officers" the first word tells more."""
    if first is None or first == "all":
        return second
    return first


def _is_age(words: Sequence[Word], start: int, end: int, heads: Heads) -> bool:
    """Whether the number is an age: "aged 12", or set off by commas behind a name."""
    if start == 0:
        return False
    if not heads.age_before.isdisjoint(words[start - 1].forms):
        return True
    parted = words[start - 1].text in {",", "("} and end < len(words)
    if not (parted and words[end].text in {",", ")", "."} and end - start == 1):
        return False
    behind_name = start >= 2 and (
        words[start - 2].kind != "word" or words[start - 1].text == ","
    )
    return behind_name and words[start].kind == "digits" and len(words[start].text) <= 2


def _says_how_old(words: Sequence[Word], number: Number, heads: Heads) -> bool:
    """Whether a bound without a noun is an age: "most of the displaced are under 18"."""
    bound = number.count.qualifier in {Qualifier.FEWER_THAN, Qualifier.MORE_THAN}
    last = number.end >= len(words) or words[number.end].kind == "mark"
    verb = number.start > 0 and not heads.are.isdisjoint(words[number.start - 1].forms)
    return bound and last and verb


def _is_year(words: Sequence[Word], start: int, end: int) -> bool:
    text = words[start].text
    return (
        end - start == 1
        and len(text) == 4
        and text.isdigit()
        and "1900" <= text <= "2099"
    )


def _may_be_people(words: Sequence[Word], heads: Heads) -> set[int]:
    """Return where it is worth asking if someone is counted without a number."""
    unlike = heads.openers.isdisjoint
    people = {at for at, word in enumerate(words) if not unlike(word.forms)}
    if heads.after_kill:
        unlike = heads.after_kill.isdisjoint
        people |= {at for at, word in enumerate(words, 1) if not unlike(word.forms)}
    return people


def _without_number(
    words: Sequence[Word], at: int, heads: Heads
) -> tuple[Counted, int] | None:
    """One or two people that are counted by an article or by the word itself."""
    word = words[at]
    if word.kind != "word":
        return None
    if word.text in heads.articles or word.text in heads.definite:
        return _after_article(words, at, heads)
    for form in word.forms if heads.alone else ():
        if form in heads.alone:
            number, population, measure = heads.alone[form]
            one = Count(number, number, number, Qualifier.EXACT)
            return Counted(one, population or None, measure or None, named=True), at + 1
    return _dual(words, at, heads) if heads.after_kill else None


def _after_article(
    words: Sequence[Word], at: int, heads: Heads
) -> tuple[Counted, int] | None:
    if _is_one_more(words, at + 1, heads):
        return Counted(Count(1, 1, 1), "all", named=True), at + 2
    population, measure, things, reach = _search(words, at + 1, heads)
    known = population not in {None, "families"} and measure in {None, _BODIES}
    if not known and words[at].text in heads.articles:
        return _some_person(words, at, heads)
    if things or not known or not _is_one_person(words, at, reach, heads):
        return None
    return Counted(Count(1, 1, 1), population, measure, named=True), reach


def _some_person(
    words: Sequence[Word], at: int, heads: Heads
) -> tuple[Counted, int] | None:
    """Read "killed a plumber" as one person, whatever his trade."""
    if at == 0 or heads.person_after.isdisjoint(words[at - 1].forms):
        return None
    noun = words[at + 1 : at + 2]
    if not noun or noun[0].kind != "word" or len(noun[0].text) < _SHORTEST_TRADE:
        return None
    if not noun[0].text.endswith(heads.person_ends):
        return None
    if not _is_one_person(words, at, at + 2, heads):
        return None
    return Counted(Count(1, 1, 1), "all", named=True), at + 2


def _is_one_person(words: Sequence[Word], at: int, reach: int, heads: Heads) -> bool:
    """Whether the phrase ends with its person: not "a police station", not "his men"."""
    if any(word.text in _OF for word in words[at + 1 : reach]):
        return False
    last = words[reach - 1].text
    many = last.endswith(heads.plural_endings) and last != "fils"
    if many and words[at].text in heads.definite:
        return False
    return _ends_phrase(words, reach, heads) or (
        heads.adjective_after
        and words[at].text in heads.articles
        and _ends_phrase(words, reach + 1, heads)
    )


def _ends_phrase(words: Sequence[Word], at: int, heads: Heads) -> bool:
    """Whether what stands here can no longer be part of what is counted."""
    following = words[at] if at < len(words) else None
    return (
        following is None
        or following.kind != "word"
        or not heads.stops.isdisjoint(following.forms)
        or following.text in heads.definite
    )


def _is_one_more(words: Sequence[Word], at: int, heads: Heads) -> bool:
    """Whether "a third" stands for a third person, not for a third of something."""
    if at >= len(words) or heads.ordinals.isdisjoint(words[at].forms):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or (
        following.text not in _OF
        and (following.kind == "mark" or not heads.stops.isdisjoint(following.forms))
    )


def _dual(words: Sequence[Word], at: int, heads: Heads) -> tuple[Counted, int] | None:
    """Count an Arabic dual behind a word of killing or hurting as two people."""
    if at == 0 or heads.after_kill.isdisjoint(words[at - 1].forms):
        return None
    text = words[at].text
    if not text.endswith(("ان", "ين")) or len(text) < 5 or text.startswith("ال"):
        return None
    if heads.meanings.beginning_at(words, at):
        return None
    two = Count(2, 2, 2, Qualifier.EXACT)
    return Counted(two, "people", None, named=True), at + 1
