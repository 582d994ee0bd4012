"""The page for the safe carries office, day and the whole code, and the same data gives the same bytes."""

from __future__ import annotations

from datetime import date

import pypdfium2

from creditbank_desktop.documents.recovery_sheet import RecoverySheet, render_recovery_sheet

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


def test_the_page_says_what_is_needed_years_later(fonts) -> None:
    data = RecoverySheet("示例学院学分银行", date(2026, 11, 23), CODE)
    page = render_recovery_sheet(data, fonts)
    assert page == render_recovery_sheet(data, fonts)
    document = pypdfium2.PdfDocument(page)
    text = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    for words in (*CODE.split("-"), "示例学院学分银行", "2026年11月23日", "保险柜", "creditbank recover"):
        assert words in text
    assert CODE not in repr(data)
