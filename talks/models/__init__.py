"""The rows: each noun of the domain with its constraints, queries and history."""

from talks.models.actors import Actor, ActorAlias, Affiliation
from talks.models.alerts import Alert
from talks.models.articles import Article, ArticleVersion, CopyVerdict, Fetch
from talks.models.citations import Citation
from talks.models.comments import Comment
from talks.models.commitments import Commitment, CommitmentStatus, Obligation
from talks.models.embargo import EmbargoViolation
from talks.models.events import Event, EventPlace, Participation
from talks.models.figures import Figure
from talks.models.imports import Import
from talks.models.places import Place, PlaceAlias
from talks.models.rounds import Delegation, PromisedMeeting, Round, RoundStep
from talks.models.search import (
    ArticleIndex,
    CommitmentIndex,
    EventIndex,
    FigureIndex,
    Sought,
)
from talks.models.seeded import Seeded
from talks.models.signoff import ProposedChange, SignOff
from talks.models.sources import Feed, Host, Source
from talks.models.spellings import Spelling
from talks.models.suggestions import Decision, Suggestion
from talks.models.tallies import EventTally
from talks.models.truces import Truce, TruceParty, TruceViolation
from talks.models.versions import DataVersion

__all__ = [
    "Actor",
    "ActorAlias",
    "Affiliation",
    "Alert",
    "Article",
    "ArticleIndex",
    "ArticleVersion",
    "Citation",
    "Comment",
    "Commitment",
    "CommitmentIndex",
    "CommitmentStatus",
    "CopyVerdict",
    "DataVersion",
    "Decision",
    "Delegation",
    "EmbargoViolation",
    "Event",
    "EventIndex",
    "EventPlace",
    "EventTally",
    "Feed",
    "Fetch",
    "Figure",
    "FigureIndex",
    "Host",
    "Import",
    "Obligation",
    "Participation",
    "Place",
    "PlaceAlias",
    "PromisedMeeting",
    "ProposedChange",
    "Round",
    "RoundStep",
    "Seeded",
    "SignOff",
    "Sought",
    "Source",
    "Spelling",
    "Suggestion",
    "Truce",
    "TruceParty",
    "TruceViolation",
]
