"""Dates that know how exact they are, and numbers that know what they bound."""

from talks.values.counts import Count, Qualifier
from talks.values.dates import PartialDate
from talks.values.spans import Precision

__all__ = ["Count", "PartialDate", "Precision", "Qualifier"]
