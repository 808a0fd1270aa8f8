"""A suggestion as a short form: what the reader found, to be confirmed or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from talks.admin.typed import DateTyped, NumberTyped
from talks.models import Citation, Event, Figure, Participation, Suggestion
from talks.queries.desk import Directory
from talks.review.events import TRACKS, proposed
from talks.review.titles import propose_title
from talks.values import Count, PartialDate, Precision, Qualifier


class NameField(forms.CharField):
    """Somebody or some place, typed in any script; becomes a slug."""

    def __init__(self, noun: str, **kwargs: Any) -> None:
        self.nouns = noun.split()
        self.directory: Directory | None = None
        super().__init__(**kwargs)
        self.widget.attrs |= {
            "list": self.nouns[0],
            "autocomplete": "off",
            "dir": "auto",
        }

    def clean(self, value: Any) -> Any:
        """Return the slug, or None where nothing is typed."""
        words = super().clean(value)
        if not words or self.directory is None:
            return None
        for noun in self.nouns:
            if slug := self.directory.find(noun, words):
                return slug
        message = f"There is no {self.nouns[0][:-1]} called “{words}”: add it first."
        raise ValidationError(message)

    def say(self, slug: str | None) -> str:
        """Return the name of a slug, or the slug itself where it is unknown."""
        for noun in self.nouns:
            if slug and self.directory:
                named = getattr(self.directory, noun).get(slug)
                if named:
                    return str(named.name)
        return slug or ""


class ProposalForm(forms.Form):
    """What every suggestion's form shares: its finding in, the changes out."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, suggestion: Suggestion, directory: Directory, data: Any = None
    ) -> None:
        self.suggestion, self.directory = suggestion, directory
        super().__init__(data, prefix=f"s{suggestion.pk}")
        _give(self, directory)
        self.proposed = self.read(suggestion.finding)
        self.initial = {name: self.show(name) for name in self.proposed}
        self.initial["seen"] = suggestion.changed_at.isoformat()

    def read(self, finding: dict[str, Any]) -> dict[str, Any]:
        """Return what the reader proposes, by the names of the fields."""
        raise NotImplementedError

    def show(self, name: str) -> Any:
        """Return what stands in the field for what is proposed."""
        value, field = self.proposed[name], self.fields[name]
        if isinstance(field, NameField):
            return field.say(value)
        if isinstance(field, DateTyped):
            return _say_date(value)
        return value

    def changes(self) -> dict[str, Any]:
        """Return what the person said otherwise, as keys of the finding."""
        return {
            name: _as_json(self.cleaned_data[name])
            for name in self.proposed
            if name in self.changed_data
        }


class RoleForm(forms.Form):
    """Somebody in a role; without a name nobody."""

    actor = NameField(
        "actors", required=False, widget=forms.TextInput(attrs={"aria-label": "Actor"})
    )
    role = forms.ChoiceField(
        choices=Participation.Role, widget=forms.Select(attrs={"aria-label": "Role"})
    )


RoleForms = forms.formset_factory(RoleForm, extra=1, max_num=20)


class EventProposal(ProposalForm):
    """A suggested event."""

    title = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    kind = forms.ChoiceField(choices=Event.Kind)
    modality = forms.ChoiceField(choices=Event.Modality)
    track = forms.ChoiceField(choices=Event.Track)
    date = DateTyped(label="When")
    place = NameField("places", required=False)
    speaker = NameField("actors", required=False, label="Who says so")
    stance = forms.ChoiceField(choices=Citation.Stance)

    def __init__(
        self, suggestion: Suggestion, directory: Directory, data: Any = None
    ) -> None:
        super().__init__(suggestion, directory, data)
        self.said_roles = [list(pair) for pair in suggestion.finding["actors"]]
        self.roles = RoleForms(
            data, prefix=f"{self.prefix}-who", initial=self._show_roles()
        )
        for form in self.roles.forms:
            _give(form, directory)
        self.is_assumed = bool(suggestion.finding["date_is_assumed"])

    def read(self, finding: dict[str, Any]) -> dict[str, Any]:
        """Add what the finding leaves to convention: title, track and stance."""
        finding = proposed(finding)
        denied = finding["status"] == "denied"
        return {
            "title": finding.get("title") or self._propose_title(finding),
            "kind": finding["kind"],
            "modality": finding["modality"],
            "track": TRACKS.get(finding["kind"], Event.Track.POLITICAL).value,
            "date": finding["date"],
            "place": finding["place"],
            "speaker": None,
            "stance": "denies" if denied else "reports",
        }

    def is_valid(self) -> bool:
        """Check the roles along."""
        return super().is_valid() and self.roles.is_valid()

    def changes(self) -> dict[str, Any]:
        """Add the roles, if they are others."""
        said = super().changes()
        roles = [
            [form.cleaned_data["actor"], form.cleaned_data["role"]]
            for form in self.roles.forms
            if form.cleaned_data.get("actor")
        ]
        return said if roles == self.said_roles else {**said, "actors": roles}

    def _show_roles(self) -> list[dict[str, str]]:
        known = self.directory.actors
        return [
            {"actor": known[slug].name if slug in known else slug, "role": role}
            for slug, role in self.said_roles
        ]

    def _propose_title(self, finding: dict[str, Any]) -> str:
        actors, places = self.directory.actors, self.directory.places
        return propose_title(
            finding,
            [actors[slug] for slug, _ in finding["actors"] if slug in actors],
            places.get(finding["place"]),
        )


class FigureProposal(ProposalForm):
    """A suggested figure."""

    as_stated = forms.CharField(max_length=200, label="In the report's words")
    number = NumberTyped()
    measure = forms.ChoiceField(choices=Figure.Measure)
    population = forms.ChoiceField(choices=Figure.Population)
    scope = forms.ChoiceField(choices=Figure.Scope)
    assertion = forms.ChoiceField(choices=Figure.Assertion)
    as_of = DateTyped(required=False, label="As of")
    since = DateTyped(required=False)
    place = NameField("places", required=False)
    attributed_to = NameField("actors sources", required=False, label="Who says so")

    def read(self, finding: dict[str, Any]) -> dict[str, Any]:
        """Put the bounds together as one number in words."""
        same = [name for name in self.fields if name in finding]
        bounds = (finding["low"], finding["best"], finding["high"])
        number = Count(*bounds, Qualifier(finding["qualifier"]))
        return {"number": str(number), **{name: finding[name] for name in same}}

    def changes(self) -> dict[str, Any]:
        """Take a number that was typed apart again."""
        said = super().changes()
        said.pop("number", None)
        if "number" in self.changed_data:
            count: Count = self.cleaned_data["number"]
            said |= {"low": count.low, "best": count.best, "high": count.high}
            said["qualifier"] = count.qualifier.value
        return said


class MentionProposal(ProposalForm):
    """A name that may mean several."""

    slug = NameField("actors", required=True, label="Whom it names")

    def __init__(
        self, suggestion: Suggestion, directory: Directory, data: Any = None
    ) -> None:
        super().__init__(suggestion, directory, data)
        if suggestion.kind == Suggestion.Kind.PLACE:
            field = NameField("places", label="Which place it names")
            field.directory = directory
            self.fields["slug"] = field

    def read(self, finding: dict[str, Any]) -> dict[str, Any]:
        """Offer the likeliest bearer of the name."""
        return {"slug": finding["slug"]}

    def candidates(self) -> Sequence[str]:
        """Name those whom it may mean, likeliest first."""
        known = {**self.directory.actors, **self.directory.places}
        slugs = self.suggestion.finding["candidates"]
        return [known[slug].name for slug in slugs if slug in known]


_FORMS: dict[str, type[ProposalForm]] = {
    Suggestion.Kind.EVENT: EventProposal,
    Suggestion.Kind.FIGURE: FigureProposal,
    Suggestion.Kind.ACTOR: MentionProposal,
    Suggestion.Kind.PLACE: MentionProposal,
}


def propose(
    suggestion: Suggestion, directory: Directory, data: Any = None
) -> ProposalForm:
    """Return the form of this suggestion, filled from its finding."""
    return _FORMS[suggestion.kind](suggestion, directory, data)


def _give(form: forms.Form, directory: Directory) -> None:
    """Let the form's name fields look names up."""
    for field in form.fields.values():
        if isinstance(field, NameField):
            field.directory = directory


def _say_date(when: dict[str, str] | None) -> str:
    if not when:
        return ""
    return str(PartialDate(**_parts(when)))


def _parts(when: dict[str, str]) -> dict[str, Any]:
    return {
        "earliest": date.fromisoformat(when["earliest"]),
        "latest": date.fromisoformat(when["latest"]),
        "precision": Precision(when["precision"]),
    }


def _as_json(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return {
            "earliest": value.earliest.isoformat(),
            "latest": value.latest.isoformat(),
            "precision": value.precision.value,
            "words": value.words,
        }
    return value
