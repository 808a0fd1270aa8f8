"""Pages that stand in for what was asked: bot walls, throttle notes, consent and login pages."""

from __future__ import annotations

import re

from talks.ingest.refusals import Outcome, Refusal

# Titles of the walls themselves, not of the pages behind them.
_TITLES = re.compile(
    r"\s*(?:just a moment|attention required|access (?:to this page has been )?denied"
    r"|sucuri website firewall|ddos-guard|pardon our interruption|are you (?:a )?(?:human|robot)"
    r"|bot verification|security check|please wait\b|un momento|robot or human"
    r"|403 forbidden|request rejected|site verification)"
)
# What only the code of a wall holds.
_SIGNS = (
    *("cf-browser-verification", "cf_chl_opt", "/cdn-cgi/challenge-platform"),
    *("_incapsula_resource", "px-captcha", "captcha-delivery.com", "sgcaptcha"),
    *("checking your browser before", "enable javascript and cookies to continue"),
    *("aws-waf-token", "distil_r_captcha"),
)
_THROTTLED = re.compile(
    r"please limit (?:your )?requests|too many requests|rate limit(?:ed| exceeded)"
    r"|slow down your requests|request limit reached|quota exceeded",
    re.IGNORECASE,
)
# A throttle note is a sentence or two; a report may quote the words at length.
_LONGEST_NOTE = 600
_LOOKED_AT = 20_000


def refuse_stand_ins(text: str) -> None:
    """Raise Refusal where this page is a wall or a throttle note, whatever its status was."""
    head = text[:_LOOKED_AT].lower()
    _, _, title = head.partition("<title>")
    if _TITLES.match(title) or any(sign in head for sign in _SIGNS):
        raise Refusal(Outcome.BOT_WALL, "A bot wall answered in place of the page.")
    if len(text) <= _LONGEST_NOTE and (found := _THROTTLED.search(text)):
        raise Refusal(Outcome.THROTTLED, f'It answered "{found[0]}".')
