"""The whole program on its main path: real store, real server, real papers."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from creditbank_desktop.app.main import main


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.slow
def test_a_walk_in_becomes_a_posted_and_printed_credit(tmp_path: Path) -> None:
    assert main(["demo", "--out", str(tmp_path), "--no-screenshots"]) == 0
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert summary["rule"] == "R-SKILL-3"
    assert summary["credits"] == summary["balance"] == "3.0"
    assert summary["chain_is_whole"]
    assert summary["server_sequence"] > 0
    assert summary["ledger_entry"]["number"] == 1
    statement = text_of(tmp_path / "statement.pdf")
    assert "张雨桐" in statement
    assert "电子商务师" in statement
    assert summary["account"] in statement
    assert str(Decimal("3.0")) in statement
    assert "电子商务师" in text_of(tmp_path / "receipt.pdf")
    assert "予以认定" in text_of(tmp_path / "notice.pdf")
