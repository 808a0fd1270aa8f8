"""The one guarded door to the network: what is asked, where it may lead, how much may come."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from urllib.parse import urljoin

import httpcore2
import httpx2

from talks.ingest import meanings
from talks.ingest.public import is_loopback, is_public
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.unpacking import ACCEPTED, unpacker

_MOST_REDIRECTS = 5
_LONGEST_ADDRESS = 4000
_PERMANENT, _REDIRECTS = {301, 308}, {301, 302, 303, 307, 308}
_PORTS = {80, 443}
_HOST = re.compile(r"[\w.:-]+")
# Answers that are no text whatever the page hoped for.
_NEVER_TEXT = (
    *("image/", "audio/", "video/", "font/", "application/pdf", "application/zip"),
    *("application/gzip", "application/vnd.", "application/msword"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, in seconds, and how much to take, in bytes after unpacking."""

    connecting: float = 5
    silence: float = 15
    in_all: float = 40
    size: int = 5_000_000


PAGE, FEED = Limits(), Limits(in_all=90, size=25_000_000)


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask for. A question with a body is a POST.

    `pause` is how many seconds its host is left alone afterwards, at least.
    """

    address: str
    accept: str = "*/*"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    limits: Limits = PAGE
    pause: float = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. `address` is where it came from in the end.

    `moved_to` is where permanent redirects lead, as far as they come first: what follows
    a temporary one is no address to remember.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    moved_to: str = ""
    question: Question = field(default_factory=lambda: Question(""))

    @property
    def media_type(self) -> str:
        """The type in small letters, without parameters; empty where none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset of the header; empty where none is given."""
        for parameter in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'").lower()
        return ""


@dataclass(frozen=True, slots=True)
class Door:
    """The way out, with the settings it was given; it keeps nothing between questions.

    `allow_loopback` is for tests and development: then this machine is reachable too,
    on any port.
    """

    user_agent: str
    allow_loopback: bool = False
    trusted: ssl.SSLContext = field(
        default_factory=lambda: httpx2.create_ssl_context(trust_env=False)
    )

    def ask(
        self,
        question: Question,
        *,
        now: datetime,
        may_follow: Callable[[str], object] | None = None,
    ) -> Answer:
        """Return the answer with status 200 or 304; redirects are followed, each checked.

        `may_follow` is told of each address that a redirect names, and raises Refusal
        for one that must not be asked. So does this for everything else, with the
        outcome that fits.
        """
        deadline = monotonic() + question.limits.in_all
        address, moved_to, is_permanent = question.address, "", True
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._ask_once(question, address, deadline)
            if answer.status not in _REDIRECTS:
                if answer.status not in {200, 304}:
                    raise meanings.of_status(
                        answer.status, answer.headers, answer.body, now=now
                    )
                return replace(answer, moved_to=moved_to, question=question)
            address = _target(answer)
            if may_follow:
                may_follow(address)
            is_permanent = is_permanent and answer.status in _PERMANENT
            moved_to = address if is_permanent else moved_to
        raise Refusal(Outcome.BROKEN, f"More than {_MOST_REDIRECTS} redirects.")

    def refuse_inside(self, address: str) -> None:
        """Raise Refusal for an address that would never be asked, told without asking.

        A name is not looked up: it may lead elsewhere by the time it is asked.
        """
        url = _parsed(address)
        port = url.port or (443 if url.scheme == "https" else 80)
        ips = _written_out(url.host)
        _refuse_inside(url.host, port, ips, allow_loopback=self.allow_loopback)

    def _ask_once(self, question: Question, address: str, deadline: float) -> Answer:
        url = _parsed(address)
        guard = _Guard(allow_loopback=self.allow_loopback, deadline=deadline)
        try:
            with (
                httpcore2.ConnectionPool(self.trusted, network_backend=guard) as pool,
                pool.stream(
                    "POST" if question.body else "GET",
                    httpcore2.URL(
                        scheme=url.raw_scheme,
                        host=url.raw_host,
                        port=url.port,
                        target=url.raw_path,
                    ),
                    headers=self._headers(question, url),
                    content=question.body or None,
                    extensions={"timeout": _timeouts(question.limits)},
                ) as response,
            ):
                return _received(response, str(url), question.limits)
        except (httpcore2.TimeoutException, TimeoutError):
            raise Refusal(Outcome.TIMEOUT, "It took too long to answer.") from None
        except httpcore2.NetworkError as error:
            raise meanings.of_failure(error) from None
        except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            raise Refusal(
                Outcome.UNREACHABLE, f"It does not speak HTTP: {error}"[:300]
            ) from None

    def _headers(self, question: Question, url: httpx2.URL) -> list[tuple[str, str]]:
        """No cookies, no referrer: an honest client that says who it is."""
        named = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self.user_agent,
            "Accept": question.accept,
            "Accept-Encoding": ACCEPTED,
            **question.headers,
        }
        if question.body:
            named["Content-Length"] = str(len(question.body))
        return list(named.items())


class _Guard(httpcore2.NetworkBackend):
    """Connects to public addresses only: a name is looked up once, and what was checked is used."""

    def __init__(self, *, allow_loopback: bool, deadline: float) -> None:
        self._allow_loopback = allow_loopback
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: httpcore2.NetworkError | httpcore2.TimeoutException | None = None
        for ip in self._allowed(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    ip,
                    port,
                    _left(self._deadline, timeout),
                    local_address,
                    socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _Timed(stream, self._deadline)
        raise failed or httpcore2.ConnectError("no address to connect to")

    def _allowed(self, host: str, port: int) -> list[str]:
        """Return the host's addresses, if every one of them may be reached."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise meanings.of_unknown_name(host, error) from None
        ips = list(dict.fromkeys(str(place[4][0]) for place in found))
        _refuse_inside(host, port, ips, allow_loopback=self._allow_loopback)
        return ips[:3]


class _Timed(httpcore2.NetworkStream):
    """A stream with one deadline for all it does: slow bytes do not prolong it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        timeout = _left(self._deadline, timeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _written_out(host: str) -> list[str]:
    """Return the address that a host is written as, in whatever form; none for a name."""
    if host.rstrip(".").rpartition(".")[2] == "localhost":
        return ["127.0.0.1"]
    try:
        found = socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return []
    return [str(place[4][0]) for place in found]


def _refuse_inside(
    host: str, port: int, ips: Iterable[str], *, allow_loopback: bool
) -> None:
    if allow_loopback and all(is_loopback(ip) for ip in ips):
        return
    if port not in _PORTS:
        reason = f"Port {port} is not one of the web's."
        raise Refusal(Outcome.BLOCKED_ADDRESS, reason)
    if inside := [ip for ip in ips if not is_public(ip)]:
        reason = f"{host} leads to {inside[0]}, which is not a public address."
        raise Refusal(Outcome.BLOCKED_ADDRESS, reason)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time for this question is over")
    return left if timeout is None else min(left, timeout)


def _target(answer: Answer) -> str:
    try:
        return urljoin(answer.address, answer.headers.get("location", ""))
    except ValueError as error:
        raise Refusal(Outcome.BROKEN, f"Its redirect leads nowhere: {error}.") from None


def _timeouts(limits: Limits) -> dict[str, float]:
    quiet = limits.silence
    return {"connect": limits.connecting, "read": quiet, "write": quiet, "pool": quiet}


def _parsed(address: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address.strip()[: _LONGEST_ADDRESS + 1])
    except (httpx2.InvalidURL, ValueError) as error:
        raise Refusal(
            Outcome.BLOCKED_ADDRESS, f"Not an address: {error}."[:300]
        ) from None
    is_plain = url.scheme in {"http", "https"} and not url.userinfo
    if not is_plain or not _HOST.fullmatch(url.host) or (url.port or 1) > 65_535:
        raise Refusal(
            Outcome.BLOCKED_ADDRESS, "Only plain http and https addresses are fetched."
        )
    if len(address) > _LONGEST_ADDRESS:
        raise Refusal(Outcome.BLOCKED_ADDRESS, "The address is too long.")
    return url


def _received(response: httpcore2.Response, address: str, limits: Limits) -> Answer:
    headers = {
        name.decode("latin-1").lower(): value.decode("latin-1").strip()
        for name, value in response.headers
    }
    answer = Answer(address, response.status, headers)
    if response.status in _REDIRECTS | {304}:
        return answer
    if response.status == 200:
        _refuse_what_is_no_text(answer)
    body = b"".join(_taken(response.iter_stream(), headers, limits.size))
    return Answer(address, response.status, headers, body)


def _refuse_what_is_no_text(answer: Answer) -> None:
    if answer.media_type.startswith(_NEVER_TEXT):
        reason = f"It is {answer.media_type[:80]}, not a page of text."
        raise Refusal(Outcome.WRONG_TYPE, reason, status_code=answer.status)


def _taken(
    chunks: Iterable[bytes], headers: Mapping[str, str], most: int
) -> Iterator[bytes]:
    """Yield the unpacked body, and give up as soon as it is larger than allowed."""
    too_large = Refusal(Outcome.TOO_LARGE, f"It is larger than {most:,} bytes.")
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise too_large
    unpack = unpacker(headers.get("content-encoding", ""))
    size = 0
    for chunk in chunks:
        for piece in unpack(chunk):
            size += len(piece)
            if size > most:
                raise too_large
            yield piece
