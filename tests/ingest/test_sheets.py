"""A table is read as its owner wrote it, from CSV or a workbook, or refused in words."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest import sheets
from talks.ingest.sheets import Sheet, UnreadableSheetError, read_sheet

PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/worksheet" Target="worksheets/one.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    ),
}


def workbook(rows: str) -> bytes:
    """Pack a workbook of one sheet whose rows are given as they stand in its XML."""
    packed = io.BytesIO()
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    with zipfile.ZipFile(packed, "w") as opened:
        for name, text in {**PARTS, "xl/worksheets/one.xml": sheet}.items():
            opened.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("slug,name\ngna,Unity\n", id="comma"),
        pytest.param("slug;name\r\ngna;Unity\r\n", id="semicolon"),
        pytest.param("slug\tname\ngna\tUnity", id="tab"),
        pytest.param(
            "\ufeffslug,name\n\n  gna , Unity\n,\n", id="mark-blanks-and-spaces"
        ),
        pytest.param("slug,name\ngna,Unity,more\n", id="a-cell-too-many"),
    ],
)
def test_csv_as_spreadsheets_write_it(content):
    assert read_sheet(content.encode()) == Sheet(("slug", "name"), (("gna", "Unity"),))


def test_a_short_row_is_filled_up():
    assert read_sheet(b"a,b,c\n1\n").rows == (("1", "", ""),)


def test_a_workbook_gives_days_and_whole_numbers_as_they_are_typed():
    content = workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>day</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>low</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>said</t></is></c></row>'
        '<row r="2"><c r="A2" s="1"><v>43842</v></c><c r="B2"><v>12</v></c>'
        '<c r="C2" t="b"><v>1</v></c></row>'
    )

    assert read_sheet(content) == Sheet(
        ("day", "low", "said"), (("2020-01-12", "12", "True"),)
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "nothing in the file", id="empty"),
        pytest.param(b"\n,,\n", "nothing in the file", id="blank"),
        pytest.param("é".encode("latin-1"), "UTF-8", id="other-encoding"),
        pytest.param(b'a,b\n"x', "not a CSV file", id="open-quote"),
        pytest.param(b"PK\x03\x04 broken", "workbook is broken", id="broken-workbook"),
        pytest.param(b"a,a\n1,2\n", "names a twice", id="a-name-twice"),
        pytest.param(b"," * 100 + b"x\n", "100 columns", id="too-wide"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content, words):
    with pytest.raises(UnreadableSheetError, match=words):
        read_sheet(content)


def test_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 10)

    with pytest.raises(UnreadableSheetError, match="rows: divide it"):
        read_sheet(b"a\n1\n2\n3\n")
    with pytest.raises(UnreadableSheetError, match="unpacks to more"):
        read_sheet(workbook(""))
    monkeypatch.setattr(sheets, "MOST_BYTES", 3)
    with pytest.raises(UnreadableSheetError, match="10 MB"):
        read_sheet(b"a\n1\n")


@given(st.binary())
def test_no_bytes_crash_it(content):
    for given_bytes in (content, b"PK\x03\x04" + content):
        try:
            sheet = read_sheet(given_bytes)
        except UnreadableSheetError:
            continue
        assert {len(row) for row in sheet.rows} <= {len(sheet.header)}
