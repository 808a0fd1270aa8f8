"""All rows in one file, and back: without any program beside the database itself.

The file is a zip: a table each under tables/, as PostgreSQL's COPY writes it, and
manifest.json, which says of what state of the code they are.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg.sql import SQL, Composed, Identifier

_MANIFEST = "manifest.json"
_FORMAT = 1
_CHUNK = 1 << 20


class ArchiveError(Exception):
    """The file cannot be restored here; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Archived:
    """What a file holds."""

    tables: int
    rows: int
    made_at: str


def write_archive(path: Path, *, now: datetime) -> Archived:
    """Write every table as it is at one moment, while the site goes on.

    The file appears whole or not at all. Only its owner may read it: it holds accounts.
    """
    part = path.with_name(f"{path.name}.part")
    part.touch(mode=0o600)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=6) as archive:
                manifest = _write_tables(archive, cursor, now)
                archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return _summary(manifest)


def _write_tables(archive: ZipFile, cursor: Any, now: datetime) -> dict[str, Any]:
    tables = {}
    for table, columns in _columns(cursor).items():
        command = _copy(table, columns, "TO STDOUT")
        with archive.open(f"tables/{table}", "w", force_zip64=True) as file:
            with cursor.copy(command) as rows:
                for chunk in rows:
                    file.write(chunk)
            tables[table] = {"columns": columns, "rows": cursor.rowcount}
    return {
        "format": _FORMAT,
        "made_at": now.isoformat(),
        "migrations": _migrations(),
        "tables": tables,
    }


def read_archive(path: Path, *, replace: bool) -> Archived:
    """Put every row of the file in the place of all rows here, or change nothing.

    Raises ArchiveError if the file is not a backup, is of another state of the code,
    or, unless told to `replace`, if there is anything here to lose.
    """
    with _opened(path) as (archive, manifest):
        _check(manifest, replace=replace)
        with transaction.atomic(), connection.cursor() as cursor:
            tables = list(manifest["tables"])
            cursor.execute(SQL("TRUNCATE {}").format(_listed(tables)))
            _switch_triggers(cursor, tables, "DISABLE")
            for table, described in manifest["tables"].items():
                command = _copy(table, described["columns"], "FROM STDIN")
                with (
                    connection.wrap_database_errors,
                    archive.open(f"tables/{table}") as file,
                    cursor.copy(command) as rows,
                ):
                    for chunk in _chunks(file):
                        rows.write(chunk)
            # Foreign keys are checked at the end of a transaction; a table that waits
            # for that cannot be altered.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            _switch_triggers(cursor, tables, "ENABLE")
            _count_on(cursor)
    return _summary(manifest)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[ZipFile, dict[str, Any]]]:
    try:
        with ZipFile(path) as archive:
            if broken := archive.testzip():
                raise ArchiveError(
                    f"{path} is damaged at {broken}: take another backup."
                )
            yield archive, json.loads(archive.read(_MANIFEST))
    except FileNotFoundError:
        raise ArchiveError(f"There is no file {path}.") from None
    except (BadZipFile, KeyError, zlib.error):
        raise ArchiveError(f"{path} is not a backup made by this site.") from None


def _check(manifest: dict[str, Any], *, replace: bool) -> None:
    if manifest["format"] != _FORMAT:
        raise ArchiveError(
            "The backup is of another format: use the code it was made by."
        )
    theirs, ours = set(manifest["migrations"]), set(_migrations())
    if theirs != ours:
        differ = ", ".join(sorted(theirs ^ ours))
        message = (
            "The backup was made by another version of the code: restore it with that "
            f"version, then upgrade. These migrations are on one side only: {differ}."
        )
        raise ArchiveError(message)
    if not replace and _is_used():
        message = (
            "There are events or accounts here already. Add --replace to lose them."
        )
        raise ArchiveError(message)


def _is_used() -> bool:
    return any(
        apps.get_model(name)._default_manager.exists()
        for name in ("talks.Event", "talks.Article", "auth.User")
    )


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def _columns(cursor: Any) -> dict[str, list[str]]:
    """Return each table's columns, without those that the database computes."""
    cursor.execute(
        """
        SELECT c.table_name, array_agg(c.column_name::text ORDER BY c.ordinal_position)
        FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = current_schema() AND c.is_generated = 'NEVER'
          AND t.table_type = 'BASE TABLE' AND c.table_name <> 'django_migrations'
        GROUP BY c.table_name ORDER BY c.table_name
        """
    )
    return dict(cursor.fetchall())


def _copy(table: str, columns: list[str], way: str) -> Composed:
    return SQL("COPY {} ({}) " + way).format(Identifier(table), _listed(columns))


def _listed(names: list[str]) -> Composed:
    return SQL(", ").join(map(Identifier, names))


def _switch_triggers(cursor: Any, tables: list[str], way: str) -> None:
    """Turn history and derived columns off or on: the file has what they would write."""
    for table in tables:
        cursor.execute(
            SQL("ALTER TABLE {} " + way + " TRIGGER USER").format(Identifier(table))
        )


def _count_on(cursor: Any) -> None:
    """Let new rows be numbered after those of the file."""
    models = apps.get_models(include_auto_created=True)
    for command in connection.ops.sequence_reset_sql(no_style(), models):
        cursor.execute(command)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _summary(manifest: dict[str, Any]) -> Archived:
    tables = manifest["tables"]
    rows = sum(described["rows"] for described in tables.values())
    return Archived(len(tables), rows, manifest["made_at"])
