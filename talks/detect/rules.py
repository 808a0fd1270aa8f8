"""Rules from the cue files: each has a name, a version, patterns, an example and a trap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from talks.detect.cues import cue_file
from talks.detect.matcher import Matcher
from talks.detect.patterns import Pattern, compile_pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a cue file; `says` holds what is special to figures or events."""

    id: str
    version: int
    order: int
    patterns: tuple[Pattern, ...]
    example: str
    trap: str
    says: Mapping[str, Any]

    @property
    def name(self) -> str:
        """How a finding names the rule that it came from."""
        return f"{self.id}@{self.version}"


@cache
def load_rules(language: str, name: str) -> tuple[Rule, ...]:
    """Return the rules of one cue file, in its order."""
    cues = cue_file(language, name)
    lists: Mapping[str, Sequence[str]] = cues.get("words", {})
    return tuple(
        _rule(order, table, lists) for order, table in enumerate(cues.get("rule", ()))
    )


def _rule(
    order: int, table: Mapping[str, Any], lists: Mapping[str, Sequence[str]]
) -> Rule:
    own = {"id", "version", "patterns", "example", "trap"}
    return Rule(
        id=table["id"],
        version=table["version"],
        order=order,
        patterns=tuple(compile_pattern(line, lists) for line in table["patterns"]),
        example=table["example"],
        trap=table["trap"],
        says={key: value for key, value in table.items() if key not in own},
    )


@cache
def rule_matcher(language: str, name: str) -> Matcher[Rule]:
    """All the patterns of a cue file as one matcher."""
    return Matcher(
        [
            (pattern, rule)
            for rule in load_rules(language, name)
            for pattern in rule.patterns
        ]
    )
