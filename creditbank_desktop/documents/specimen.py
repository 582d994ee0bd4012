"""A specimen of the office's papers: head, texts, signatories and seal as every paper carries them."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.documents.canvas import render
from creditbank_desktop.documents.fonts import Fonts
from creditbank_desktop.documents.layout import DisplayList
from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage, PaperHead, PrintMarks
from creditbank_desktop.documents.running_text import contact_lines, paragraphs, small_print
from creditbank_desktop.documents.stationery import SEAL_RADIUS_PT, Flow, Stationery

_TITLE = Bilingual("用纸样张", "Specimen")
_BODY = Bilingual("此处为文书正文。", "The text of the paper stands here.")
_FOOTNOTE = Bilingual(
    "样张，仅供核对用纸，不具效力。", "A specimen to check the stationery by; it proves nothing."
)


@dataclass(frozen=True, slots=True)
class SpecimenData:
    """The head of a paper and the languages that it is in: one, or both with the first one leading."""

    head: PaperHead
    languages: tuple[DocumentLanguage, ...]


def lay_out_specimen(data: SpecimenData, fonts: Fonts) -> DisplayList:
    """Return the pages of a specimen, marked as a draft; errors as for the other papers."""
    marks = PrintMarks(draft=True)
    flow = Flow(Stationery(fonts, data.head, _TITLE, data.languages, marks, footnote=_FOOTNOTE))
    office = data.head.office
    for text in (office.greeting, _BODY, office.legal_remedy):
        for language in data.languages:
            paragraphs(flow, text.in_language(language))
    flow.y_pt += 24
    small_print(flow, contact_lines(flow.stationery), SEAL_RADIUS_PT, 0)
    return flow.finish()


def render_specimen(data: SpecimenData, fonts: Fonts) -> bytes:
    """Return a specimen as a PDF file."""
    return render(lay_out_specimen(data, fonts), fonts)
