"""Draws the scans that the sample's applications carry: each outcome's own paper, form and identity page."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor

from creditbank_desktop.app.sample.certificates import Holder, PaperLook, PaperText, paper_text
from creditbank_desktop.app.sample.ink import Ink
from creditbank_desktop.app.sample.lines import LinePlan
from creditbank_desktop.app.sample.scans import ScanOrder, render_scan
from creditbank_desktop.services.views_intake import Attachment
from creditbank_desktop.services.views_learners import LearnerForm

_SHARED: Mapping[str, tuple[str, str]] = {
    "form": ("学习成果认定申请表", "Application for Recognition"),
    "identity_document": ("身份证件复印件", "Copy of an Identity Document"),
}


STRANGER = LearnerForm(name="演示学员", document_number="", sex="")
"""Named on the papers of files that are over, so that one scan serves many of them."""


class SampleScans:
    """Renders scans ahead of use on a thread of its own; `close` ends it.

    Papers that say nothing about the outcome are the same for all, and so are those of files that are over.
    """

    def __init__(self, ink: Ink) -> None:
        """Render with ``ink``, which nobody else may use meanwhile."""
        self._ink = ink
        self._pool = ThreadPoolExecutor(1, "sample-scans")
        self._ahead: dict[object, Future[bytes]] = {}

    def close(self) -> None:
        """Render no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def foresee(self, learner: LearnerForm, line: LinePlan) -> None:
        """Begin with the scan of a line that will be wanted later."""
        key = _key(learner, line)
        if key not in self._ahead:
            self._ahead[key] = self._pool.submit(_render, _text(learner, line), line.scan_seed, self._ink)

    def of(self, learner: LearnerForm, line: LinePlan, material: str) -> Attachment:
        """Return the file of one material of a line of ``learner``."""
        if material in _SHARED:
            if material not in self._ahead:
                self._ahead[material] = self._pool.submit(_render, _common_text(material), 1, self._ink)
            return Attachment(material, f"{material}.jpg", data=self._ahead[material].result())
        self.foresee(learner, line)
        return Attachment(material, f"{line.entry}.jpg", data=self._ahead[_key(learner, line)].result())


def _key(learner: LearnerForm, line: LinePlan) -> object:
    return line.entry if learner is STRANGER else id(line)


def _render(text: PaperText, seed: int, ink: Ink) -> bytes:
    return render_scan(ScanOrder(text, seed), ink)


def _text(learner: LearnerForm, line: LinePlan) -> PaperText:
    holder = Holder(learner.name, learner.document_number, learner.sex)
    return paper_text(line.type, line.fields, holder)


def _common_text(material: str) -> PaperText:
    heading, heading_en = _SHARED[material]
    return PaperText(
        look=PaperLook.RECORD,
        heading=heading,
        heading_en=heading_en,
        rows=(("说明", "演示样本，内容虚构"),),
        closing="本页为演示数据所用的样张，不含任何真实信息。",
        issuer="示例职业技术学院（虚构）",
        issued_on="",
        number="",
    )
