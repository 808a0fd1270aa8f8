"""Which network addresses may be reached."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.http import Door, Question
from talks.ingest.public import is_loopback, is_public
from talks.ingest.refusals import Outcome
from tests.ingest.test_http import NOW, refusal

PRIVATE_V4 = ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"]


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:2800:21f::1"])
def test_addresses_of_the_open_network_are_public(address: str):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *PRIVATE_V4,
        *("0.0.0.1", "100.64.0.1", "192.0.0.170", "192.0.2.1", "198.18.0.1"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1"),
        *("ff02::1", "2001:db8::1", "100::1", "::127.0.0.1"),
        *("not an address", ""),
    ],
)
def test_all_others_are_not(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("inner", PRIVATE_V4)
@pytest.mark.parametrize("prefix", ["::ffff:", "64:ff9b::", "::"])
def test_a_private_address_inside_another_is_still_private(prefix: str, inner: str):
    assert not is_public(f"{prefix}{inner}")


def test_6to4_and_teredo_are_refused_whatever_they_carry():
    assert not is_public("2002:5db8:d70e::1")
    assert not is_public("2001:0:5db8:d70e::1")


def test_a_public_address_mapped_into_the_new_kind_is_public():
    assert is_public("::ffff:93.184.215.14")


@pytest.mark.parametrize(
    ("address", "expected"), [("127.9.9.9", True), ("::1", True), ("10.0.0.1", False)]
)
def test_loopback_is_the_machine_itself(address: str, expected: bool):
    assert is_loopback(address) is expected


@given(st.ip_addresses().map(str))
def test_loopback_is_never_public(address: str):
    assert not (is_loopback(address) and is_public(address))


# ------------------------------------------------------------ names that lead inside


def resolve_to(monkeypatch, *answers: str) -> list[str]:
    """Let every name lead to these addresses, one lookup after another."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def lookup(host, port, *args, **kwargs):
        if host.replace(".", "").isdecimal() or ":" in host:
            return real(host, port, *args, **kwargs)
        ip = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        family = socket.AF_INET6 if ":" in ip else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return asked


def test_other_ports_than_the_webs_are_refused(shut_door: Door, monkeypatch):
    resolve_to(monkeypatch, "93.184.215.14")

    assert (
        refusal(shut_door, "http://paper.example:6379/").outcome
        == Outcome.BLOCKED_ADDRESS
    )


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"])
def test_a_name_that_leads_inside_is_refused(shut_door: Door, monkeypatch, inside: str):
    resolve_to(monkeypatch, inside)

    assert (
        refusal(shut_door, "http://paper.example/").outcome == Outcome.BLOCKED_ADDRESS
    )


def test_a_name_is_looked_up_once_so_it_cannot_change_its_mind(
    door, httpserver, monkeypatch
):
    httpserver.expect_request("/a").respond_with_data("ok")
    asked = resolve_to(monkeypatch, "127.0.0.1", "10.0.0.1")

    answer = door.ask(Question(f"http://paper.example:{httpserver.port}/a"), now=NOW)

    assert answer.body == b"ok"
    assert asked.count("paper.example") == 1


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    shut_door, monkeypatch
):
    def lookup(host, port, **kwargs):
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))
            for ip in ("93.184.215.14", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)

    assert (
        refusal(shut_door, "http://paper.example/").outcome == Outcome.BLOCKED_ADDRESS
    )
