"""The house keeps its shape: sizes, names, mirrors, and no unwritten migration."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command

from config import env

LONGEST_MODULE, LONGEST_FUNCTION = 400, 50
# Drawers into which anything fits. A module is named for what it holds.
DRAWERS = {
    *("base_classes", "common", "core", "handler", "handlers", "helper", "helpers"),
    *("lib", "manager", "managers", "misc", "service", "services", "shared"),
    *("signals", "stuff", "tools", "util", "utils"),
}
# Named by Django, and proven by whatever rests on them.
UNMIRRORED = {"config/apps.py", "config/urls.py", "talks/apps.py", "talks/urls.py"}
# Tests of the house as a whole, or of what is no Python.
OF_THE_WHOLE = {
    "tests/config/test_compose.py",
    "tests/test_factories.py",
    "tests/test_structure.py",
    "tests/test_translations.py",
    "tests/views/test_errors.py",
    "tests/views/test_pages.py",
}


def modules(*folders: str) -> list[Path]:
    found = (
        path for folder in folders for path in Path(env.ROOT, folder).rglob("*.py")
    )
    return sorted(path for path in found if "migrations" not in path.parts)


CODE = modules("talks", "config")
TESTS = modules("tests")
EVERYTHING = [*CODE, *TESTS, *modules("bench")]


def names(paths: Iterable[Path]) -> set[str]:
    return {path.relative_to(env.ROOT).as_posix() for path in paths}


def mirror(path: Path) -> Path:
    """Where the tests of a module are; a command's lie with its floor's."""
    inside = path.relative_to(env.ROOT)
    folders = [part for part in inside.parts[:-1] if part not in {"talks", "commands"}]
    return Path(env.ROOT, "tests", *folders, f"test_{path.name}")


def long_functions(path: Path) -> list[str]:
    return [
        f"{path.relative_to(env.ROOT)}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]


def test_a_module_fits_in_the_head():
    long = {
        path
        for path in EVERYTHING
        if len(path.read_text().splitlines()) > LONGEST_MODULE
    }

    assert names(long) == set()


def test_a_function_fits_on_a_screen():
    assert [found for path in EVERYTHING for found in long_functions(path)] == []


def test_a_module_is_named_for_what_it_holds():
    drawers = {path for path in EVERYTHING if {path.stem, path.parent.name} & DRAWERS}

    assert names(drawers) == set()


def test_a_module_opens_with_a_sentence():
    silent = {
        path
        for path in CODE
        if not (ast.get_docstring(ast.parse(path.read_text())) or "").strip()
    }

    assert names(silent) == set()


def test_a_module_has_its_tests_where_one_looks_for_them():
    modules_with_code = {path for path in CODE if path.name != "__init__.py"}

    untested = {path for path in modules_with_code if not mirror(path).exists()}

    assert names(untested) - UNMIRRORED == set()


def test_a_test_module_has_its_module():
    mirrors = {mirror(path) for path in CODE}
    tests = {path for path in TESTS if path.name.startswith("test_")}

    strays = {path for path in tests - mirrors if path.parent.name != "end_to_end"}

    assert names(strays) - OF_THE_WHOLE == set()


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_template_holds_no_script_and_no_style_of_its_own():
    """The content security policy would refuse them without a word."""
    inline = re.compile(
        r"""<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=["']"""
    )
    templates = Path(env.ROOT, "templates").rglob("*.html")

    assert names(path for path in templates if inline.search(path.read_text())) == set()


def test_a_stylesheet_mirrors_by_itself():
    """Start and end instead of left and right, so that Arabic needs no second sheet."""
    one_sided = re.compile(
        r"(?:margin|padding|border)-(?:left|right)"
        r"|(?:text-align|float|clear):\s*(?:left|right)"
        r"|(?<![\w-])(?:left|right)\s*:"
    )
    sheets = Path(env.ROOT, "static", "css").glob("*.css")

    assert names(path for path in sheets if one_sided.search(path.read_text())) == set()
