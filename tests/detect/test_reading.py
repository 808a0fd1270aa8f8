import pytest

from talks.detect.folding import fold
from talks.detect.reading import speaks_of_lebanon


@pytest.mark.parametrize(
    ("text", "lebanese"),
    [
        ("Clashes in Tripoli, Libya's capital.", False),
        ("Protests in Tripoli in the north of Lebanon.", True),
        ("Lebanese and Libyan ministers met in Tripoli, Libya.", False),
        ("Clashes in Tripoli.", False),
        ("احتجاجات في طرابلس شمال لبنان.", True),
        ("اشتباكات في طرابلس الليبية.", False),
        ("Manifestations à Tripoli, au Liban.", True),
    ],
)
def test_tripoli_is_the_lebanese_one_where_the_report_speaks_of_lebanon(text, lebanese):
    assert speaks_of_lebanon(fold(text).text) is lebanese
