"""Whole answers to visitors without a name, kept until the data changes."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self, cast

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from talks.models import DataVersion

Answer = Callable[[HttpRequest], HttpResponseBase]

# Whoever holds one of these may be shown what others are not.
PERSONAL = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}
NEVER = ("/admin/", "/healthz", "/readyz", "/metrics")
# They show reports that come in all day, which are no change of the data.
NOT_KEPT = {"articles", "article", "search"}
# What an answer may say that it depends on: the language is in the address, encodings
# are seen to here, and part of a page is kept beside the whole.
PART = "HX-Request"
SEEN_TO = {"accept-language", "accept-encoding", PART.lower()}
# Some pages tell of the hour, or of reports that came in; none is older than this.
SECONDS = 60
LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was given, plain and compressed."""

    headers: dict[str, str]
    plain: bytes
    compressed: bytes
    tag: str

    @classmethod
    def of(cls, response: HttpResponse) -> Self:
        """Take an answer that does not depend on who asks."""
        plain = response.content
        # a weak tag: both encodings go by it
        tag = f'W/"{hashlib.sha256(plain).hexdigest()[:32]}"'
        response["ETag"], response["Cache-Control"] = tag, "no-cache"
        patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
        compressed = gzip.compress(plain, compresslevel=6, mtime=0)
        return cls(dict(response.headers), plain, compressed, tag)

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return it again, or say that the visitor has it already."""
        response = HttpResponse(headers=self.headers)
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            response.content = self.compressed
            response.headers["Content-Encoding"] = "gzip"
        else:
            response.content = self.plain
        response.headers["Content-Length"] = str(len(response.content))
        again = get_conditional_response(request, etag=self.tag, response=response)
        return again or response


def keep_pages(get_response: Answer) -> Answer:
    """Answer from memory what was answered before, if nothing has changed since."""
    if not settings.KEEP_PAGES:
        raise MiddlewareNotUsed

    def answer(request: HttpRequest) -> HttpResponseBase:
        version = _version() if _is_anybody(request) else None
        if version is None:
            return get_response(request)
        pages, key = caches["pages"], _key(request, version)
        kept: Kept | None = pages.get(key)
        if kept is None:
            # the version was read before the page was made: it can only be too old
            response = get_response(request)
            if not _may_be_kept(request, response):
                return response
            kept = Kept.of(cast("HttpResponse", response))
            pages.set(key, kept, SECONDS)
        return kept.answer(request)

    return answer


def _is_anybody(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and PERSONAL.isdisjoint(request.COOKIES)
        and not request.path_info.startswith(NEVER)
    )


def _version() -> datetime | None:
    """Return the data's version; without a database the page itself shall say so."""
    try:
        return DataVersion.seen()
    except DatabaseError:
        return None


def _key(request: HttpRequest, version: datetime) -> str:
    """Return what an answer depends on; hashed, since an address may be of any length."""
    parts = (
        version.isoformat(),
        request.build_absolute_uri(),
        request.headers.get(PART, ""),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether anybody may have this answer; a view that says how to keep it decides."""
    varies = {each.strip().lower() for each in response.get("Vary", "").split(",")}
    match = request.resolver_match
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Encoding")
        and varies <= SEEN_TO | {""}
        and match is not None
        and match.url_name not in NOT_KEPT
        and len(response.content) <= LARGEST
    )
