"""Reading the environment: what is understood, and what is refused."""

from __future__ import annotations

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_a_flag_says_yes(monkeypatch, value):
    monkeypatch.setenv("FLAG", value)

    assert env.flag("FLAG", default=False) is True


@pytest.mark.parametrize("value", ["0", "False", "no", "off"])
def test_a_flag_says_no(monkeypatch, value):
    monkeypatch.setenv("FLAG", value)

    assert env.flag("FLAG", default=True) is False


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_unset_or_empty_has_its_default(monkeypatch, value, default):
    if value is None:
        monkeypatch.delenv("FLAG", raising=False)
    else:
        monkeypatch.setenv("FLAG", value)

    assert env.flag("FLAG", default=default) is default


@pytest.mark.parametrize("value", ["maybe", "2", "yess", "-1"])
def test_a_flag_that_says_neither_is_refused(monkeypatch, value):
    monkeypatch.setenv("FLAG", value)

    with pytest.raises(ImproperlyConfigured, match="FLAG="):
        env.flag("FLAG", default=False)


@pytest.mark.parametrize(("value", "number"), [("0", 0), ("9", 9), ("", 5)])
def test_a_number_within_its_bounds_is_read(monkeypatch, value, number):
    monkeypatch.setenv("NUMBER", value)

    assert env.number("NUMBER", 5, low=0, high=9) == number


@pytest.mark.parametrize("value", ["10", "-1", "1.5", "five", "٥", "1" * 5000, "1e1"])
def test_any_other_number_is_refused(monkeypatch, value):
    monkeypatch.setenv("NUMBER", value)

    with pytest.raises(ImproperlyConfigured, match="from 0 to 9"):
        env.number("NUMBER", 5, low=0, high=9)


def test_words_are_split_at_commas_and_trimmed(monkeypatch):
    monkeypatch.setenv("HOSTS", " a.example, b.example ,,")

    assert env.words("HOSTS") == ["a.example", "b.example"]


def test_a_choice_is_read_whatever_its_case(monkeypatch):
    monkeypatch.setenv("LEVEL", "warning")

    assert env.choice("LEVEL", "INFO", among=["INFO", "WARNING"]) == "WARNING"


def test_a_choice_that_is_not_offered_is_refused(monkeypatch):
    monkeypatch.setenv("LEVEL", "loud")

    with pytest.raises(ImproperlyConfigured, match="choose INFO, WARNING"):
        env.choice("LEVEL", "INFO", among=["INFO", "WARNING"])


def test_a_required_variable_that_is_empty_is_refused_with_its_hint(monkeypatch):
    monkeypatch.setenv("SECRET", " ")

    with pytest.raises(ImproperlyConfigured, match=r"SECRET is not set\. Make one\."):
        env.required("SECRET", "Make one.")


def test_an_address_of_another_kind_is_refused_without_showing_its_password(
    monkeypatch,
):
    monkeypatch.setenv("DATABASE", "mysql://talks:hush@db/talks")

    with pytest.raises(ImproperlyConfigured, match="begin with postgres://") as refusal:
        env.address("DATABASE", "", schemes=["postgres"])

    assert "hush" not in str(refusal.value)


def test_a_file_is_read_as_it_was_written_and_closed_to_others(tmp_path):
    path = tmp_path / "some.env"
    variables = {"KEY": "a=b#c d", "OTHER": ""}

    env.write_file(path, variables)

    assert env.read_file(path) == variables
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_not_there_says_nothing(tmp_path):
    assert env.read_file(tmp_path / "none.env") == {}


def test_a_running_site_is_found_when_no_database_is_named(monkeypatch, tmp_path):
    env.write_file(tmp_path / "running.env", {"DATABASE_URL": "postgres://found/it"})
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "")

    env.find_running_site()

    assert env.text("DATABASE_URL") == "postgres://found/it"


def test_a_database_that_is_named_wins_over_a_running_site(monkeypatch, tmp_path):
    env.write_file(tmp_path / "running.env", {"DATABASE_URL": "postgres://found/it"})
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgres://my/own")

    env.find_running_site()

    assert env.text("DATABASE_URL") == "postgres://my/own"


def test_a_refusal_is_one_sentence_and_not_a_trace():
    with pytest.raises(SystemExit) as ending, env.plain_refusal():
        env.required("SURELY_NOT_SET", "Set it.")

    assert ending.value.code == "Cannot start: SURELY_NOT_SET is not set. Set it."
