"""Draws the scans that the sample's applications carry: each outcome's own paper, form and identity page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class SampleScans:
    """Renders scans once and keeps them; papers that say nothing about the outcome are the same for all."""

    ink: Ink
    _shared: dict[str, bytes] = field(default_factory=dict)
    _of_strangers: dict[str, bytes] = field(default_factory=dict)

    def of(self, learner: LearnerForm, line: LinePlan, material: str) -> Attachment:
        """Return the file of one material of a line of ``learner``."""
        if material in _SHARED:
            return Attachment(material, f"{material}.jpg", data=self._common(material))
        if learner is not STRANGER:
            return Attachment(material, f"{line.entry}.jpg", data=self._render(learner, line))
        if line.entry not in self._of_strangers:
            self._of_strangers[line.entry] = self._render(learner, line)
        return Attachment(material, f"{line.entry}.jpg", data=self._of_strangers[line.entry])

    def _render(self, learner: LearnerForm, line: LinePlan) -> bytes:
        holder = Holder(learner.name, learner.document_number, learner.sex)
        text = paper_text(line.type, line.fields, holder)
        return render_scan(ScanOrder(text, line.scan_seed), self.ink)

    def _common(self, material: str) -> bytes:
        if material not in self._shared:
            heading, heading_en = _SHARED[material]
            text = PaperText(
                look=PaperLook.RECORD,
                heading=heading,
                heading_en=heading_en,
                rows=(("说明", "演示样本，内容虚构"),),
                closing="本页为演示数据所用的样张，不含任何真实信息。",
                issuer="示例职业技术学院（虚构）",
                issued_on="",
                number="",
            )
            self._shared[material] = render_scan(ScanOrder(text, 1), self.ink)
        return self._shared[material]
