"""Words about issued papers: why a copy was made or a paper voided, and what to call a file of one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from creditbank_desktop.domain.papers import Paper
from creditbank_desktop.services.views_ledger import IssuedPaper
from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.names import word_paper_kind

COPY_REASONS: Mapping[str, str] = {
    "lost": mark("The paper was lost"),
    "damaged": mark("The paper was damaged"),
    "further_copy": mark("One more copy is needed"),
    "printer_fault": mark("The printer failed"),
}

VOID_REASONS: Mapping[str, str] = {
    "wrong_data": mark("Something on it is wrong"),
    "spoiled": mark("It was spoiled"),
    "revoked": mark("The recognition was revoked"),
}

_UNFIT_FOR_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def word_copy_reason(code: str) -> Words | str:
    """Why a paper is printed again."""
    return tr(COPY_REASONS[code]) if code in COPY_REASONS else code


def word_void_reason(code: str) -> Words | str:
    """Why a paper counts no more."""
    return tr(VOID_REASONS[code]) if code in VOID_REASONS else code


def word_paper(paper: Paper) -> Words:
    """Kind and number of a paper."""
    return tr("{kind} {number}").format(kind=word_paper_kind(paper.kind.value), number=paper.number)


def word_printed(issued: IssuedPaper, *, direct: bool) -> Words:
    """What happened when a paper was printed; ``direct`` is False where a viewer prints it."""
    words = word_paper(issued.paper)
    if not direct:
        return tr("Opened for printing: {paper}").format(paper=words)
    if issued.is_copy:
        return tr("Copy printed: {paper}").format(paper=words)
    return tr("Printed: {paper}").format(paper=words)


def paper_file_name(words: str) -> str:
    """Return a file name for a paper that is called ``words``."""
    return _UNFIT_FOR_FILE_NAMES.sub("_", str(words)).strip(" .") + ".pdf"
