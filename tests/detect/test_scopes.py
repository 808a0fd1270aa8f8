"""Whether a figure is of one event, a sum, or a level."""

from __future__ import annotations

import pytest

from talks.detect.figures import read_figures
from tests.detect.test_rules import line_of

SCOPES = [
    ("en", "An air strike killed five people on Monday.", "incident"),
    ("en", "The fighting has claimed 300 lives since April 2019.", "cumulative"),
    ("en", "The war has killed 90 people.", "cumulative"),
    ("en", "More than 2,000 people were killed.", "cumulative"),
    ("en", "A mine left over from the war killed two men on Monday.", "incident"),
    ("en", "The number of displaced people stands at 120,000.", "stock"),
    ("en", "Some 200 families have fled their homes.", "cumulative"),
    ("fr", "Un raid aérien a tué cinq personnes lundi.", "incident"),
    ("fr", "Les combats ont fait 300 morts depuis avril 2019.", "cumulative"),
    ("fr", "Le nombre de déplacés est passé à 120 000.", "stock"),
    ("ar", "قتل خمسة أشخاص في غارة جوية يوم الاثنين.", "incident"),
    ("ar", "قتل 300 شخص منذ أبريل 2019.", "cumulative"),
    ("ar", "وبلغ عدد النازحين 120 ألف شخص.", "stock"),
]


@pytest.mark.parametrize(
    ("language", "sentence", "scope"), SCOPES, ids=[s for _, s, _ in SCOPES]
)
def test_the_time_a_figure_covers_is_told(
    language: str, sentence: str, scope: str
) -> None:
    assert [f.scope for f in read_figures(line_of(sentence, language), language)] == [
        scope
    ]
