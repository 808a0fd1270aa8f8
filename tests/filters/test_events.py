"""What an address asks for narrows the events, and nothing in it is an error."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from talks.filters import EventFilter, Key
from talks.models import Event
from tests import factories

PARTS = [
    "q",
    "kind",
    "track",
    "modality",
    "as_of",
    "proof",
    "actor",
    "role",
    "place",
    "source",
    "from",
    "to",
]
PAGES = ["before", "after"]


def parse(query: str) -> EventFilter:
    return EventFilter.parse(QueryDict(query))


def found(query: str) -> set[str]:
    events = parse(query).narrow(Event.objects.published())
    return set(events.values_list("slug", flat=True))


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("kind=xyz", id="kind that is none"),
        pytest.param("as_of=then", id="day of knowledge that is none"),
        pytest.param("from=99", id="number that is no date"),
        pytest.param("from=2020-02-30", id="day that is not in the calendar"),
        pytest.param("from=2020-05-01&to=2020-04-01", id="end before the beginning"),
        pytest.param("to=today", id="day that depends on the clock"),
        pytest.param("before=rubbish", id="page that is none"),
        pytest.param("before=2020-02-30.1", id="page on an impossible day"),
        pytest.param("before=2020-02-03.99999999999999999999", id="huge number"),
        pytest.param("q=a%00b", id="NUL"),
        pytest.param("q=" + "a" * 201, id="text too long"),
        pytest.param("q=a+b+c+d+e+f+g+h+i", id="too many words"),
        pytest.param("actor=a%2Fb", id="slug with a slash"),
        pytest.param("&".join(f"actor=a{n}" for n in range(25)), id="too many actors"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(query):
    asked = parse(query)

    assert len(asked.problems) == 1
    assert asked.problems[0].reason


@given(
    st.lists(
        st.tuples(st.sampled_from([*PARTS, *PAGES]), st.text(max_size=30)), max_size=8
    )
)
def test_no_address_is_an_error(pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)

    asked = EventFilter.parse(query)

    str(asked.narrow(Event.objects.published()).query)
    with translation.override("ar"):
        assert all(str(problem.reason) for problem in asked.problems)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
slugs = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
keys = st.builds(Key, st.dates(), st.integers(0, 10**17))


def some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=4, unique=True).map(tuple)


@given(
    st.builds(
        EventFilter,
        text=st.lists(words, max_size=4).map(" ".join),
        kinds=some(st.sampled_from(Event.Kind.values)),
        tracks=some(st.sampled_from(Event.Track.values)),
        modalities=some(st.sampled_from(Event.Modality.values)),
        known_by=st.none() | st.dates(),
        actors=some(slugs),
        roles=some(st.sampled_from(["host", "mediator"])),
        places=some(slugs),
        sources=some(slugs),
        first=st.none() | st.dates(max_value=date(2019, 12, 31)),
        last=st.none() | st.dates(min_value=date(2020, 1, 1)),
        before=st.none() | keys,
    )
)
def test_an_address_reads_back_to_its_filter(asked):
    assert parse(asked.address().removeprefix("?")) == asked


def test_a_month_means_its_first_and_last_day():
    asked = parse("from=2020-02&to=2020-02")

    assert (asked.first, asked.last) == (date(2020, 2, 1), date(2020, 2, 29))


def test_a_value_is_taken_out_by_toggling_it_again():
    asked = parse("kind=talks&before=2020-02-03.7")

    toggled = asked.toggled("kind", "truce").toggled("kind", "talks")

    assert toggled.address() == "?kind=truce"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        pytest.param("", {"geneva-round", "january-truce"}, id="everything"),
        pytest.param("kind=talks", {"geneva-round"}, id="kind"),
        pytest.param("q=tripoli+truce", {"january-truce"}, id="all words"),
        pytest.param("q=جنيف", {"geneva-round"}, id="Arabic title"),
        pytest.param("q=support+mission", {"geneva-round"}, id="name of an actor"),
        pytest.param("q=MANUL", {"geneva-round"}, id="other spelling"),
        pytest.param("q=طرابلس", {"january-truce"}, id="name of a place"),
        pytest.param("actor=unsmil", {"geneva-round"}, id="actor"),
        pytest.param("actor=gna&role=mediator", set(), id="role is the actor's"),
        pytest.param("role=mediator", {"geneva-round"}, id="role alone"),
        pytest.param("actor=gna&actor=unsmil", {"geneva-round"}, id="all actors"),
        pytest.param("place=libya", {"january-truce"}, id="place that lies in it"),
        pytest.param("place=nowhere", set(), id="place unknown"),
        pytest.param("modality=took_effect", {"january-truce"}, id="modality"),
        pytest.param("from=2020-02", {"geneva-round"}, id="from"),
        pytest.param("to=2020-01", {"january-truce"}, id="to"),
        pytest.param("source=herald", {"geneva-round"}, id="source"),
    ],
)
def test_narrowing(query, slugs):
    factories.january_truce()
    opened = factories.geneva_round().event
    factories.unsmil().aliases.create(text="MANUL")
    factories.citation(
        event=opened, article=factories.article(source=factories.herald())
    )

    assert found(query) == slugs


@pytest.mark.django_db
def test_an_event_that_lasted_is_found_on_its_last_day():
    factories.event(date(2020, 1, 1), slug="long", lasted_until=date(2020, 3, 1))

    assert found("from=2020-03-01&to=2020-03-05") == {"long"}


@pytest.mark.django_db
def test_what_became_known_later_is_left_out():
    report = factories.article(published_at=factories.NOW.replace(month=3))
    factories.event(date(2020, 1, 1), slug="late", cited_by=[report])
    factories.event(date(2020, 1, 1), slug="soon")

    assert found("as_of=2020-02") == {"soon"}
    assert found("as_of=2020-03") == {"late", "soon"}


@pytest.mark.django_db
def test_drafts_are_never_found():
    factories.event(status=Event.Status.DRAFT)

    assert found("") == set()


@pytest.mark.parametrize(
    ("query", "proof", "problems"),
    [
        pytest.param("proof=two", "two", 0, id="two"),
        pytest.param("proof=all", "", 0, id="all leaves nothing out"),
        pytest.param("", "", 0, id="nothing said"),
        pytest.param("proof=perfect", "", 1, id="no standard"),
    ],
)
def test_a_standard_of_proof_is_read(query, proof, problems):
    asked = parse(query)

    assert asked.proof == proof
    assert len(asked.problems) == problems


def test_a_standard_of_proof_goes_along_in_the_address():
    asked = EventFilter().proven("two")

    assert asked.address() == "?proof=two"
    assert asked.proven("").address() == "?"


@pytest.mark.django_db
def test_what_one_source_tells_does_not_meet_two():
    factories.event()
    told = factories.event(cited_by=[factories.article(), factories.article()])

    found = EventFilter(proof="two").narrow(Event.objects.published())

    assert list(found) == [told]


@pytest.mark.parametrize(
    "query", ["", "kind=talks&q=road", "as_of=2020-02-04&from=2020"]
)
def test_zooming_leads_where_other_days_lead(query):
    asked = EventFilter.parse(QueryDict(query))
    first, last = date(2020, 1, 1), date(2020, 1, 31)

    assert asked.zooms()(first, last) == asked.within(first, last).address()
