"""A machine proposes, a person decides: one function, one transaction, one Decision each.

accept · correct · merge · reject · undo (decisions.py) turn a Suggestion into rows:
events.py, figures.py and mentions.py each make, and take back, those of one noun.

What people write themselves is signed off by two: signoff.py for an event, proposed.py
for a change of what is approved (written down and made true by replay.py), steps.py for
the record of each step, undoing.py to take the latest back.
All of them raise `Refused`, whose message is for the person.
"""

from talks.review.decisions import accept, correct, merge, reject, undo
from talks.review.refusals import AlreadyDecided, Outdated, Refused

__all__ = [
    "AlreadyDecided",
    "Outdated",
    "Refused",
    "accept",
    "correct",
    "merge",
    "reject",
    "undo",
]
