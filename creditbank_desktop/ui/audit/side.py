"""What stands beside the audit trail: one line in plain words, what a check found, and the export.

``LineCard()``: ``show_line(line)``. ``FindingsCard()``: ``show_findings(findings)``. ``ExportCard()``: asks
for purpose and kind of file; ``begin(count)``, buttons ``save`` and ``back``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.services.audit_export import AuditFormat
from creditbank_desktop.services.views_audit import AuditLine, StoreFinding
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.kit.buttons import PrimaryButton, SecondaryButton
from creditbank_desktop.ui.kit.choices import Choice, ChoiceCombo
from creditbank_desktop.ui.kit.fields import FieldRow
from creditbank_desktop.ui.kit.keyset_model import Column, ListSource
from creditbank_desktop.ui.kit.keyset_table import KeysetTable
from creditbank_desktop.ui.kit.purpose import PurposePanel
from creditbank_desktop.ui.kit.surfaces import Card, Facts, Label, UprightArea
from creditbank_desktop.ui.theme.icons import Icon
from creditbank_desktop.ui.wording.audit_words import (
    word_action,
    word_detail,
    word_finding,
    word_subject,
    word_table,
    word_who,
)

_LINE = 18


class LineCard(Card):
    """One line of the trail."""

    def __init__(self) -> None:
        """Begin without a line."""
        super().__init__(tr("Line"))
        self.facts = Facts()
        self.empty = Label(tr("Choose a line to see all of it."), "secondary", wrap=True)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self.facts.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.body.addWidget(self.empty)
        self.body.addWidget(UprightArea(inner), 1)

    def show_line(self, line: AuditLine | None) -> None:
        """Show everything that a line says."""
        self.empty.setVisible(line is None)
        if line is None:
            self.facts.set_facts(())
            return
        seen = tr("not yet") if line.server_at is None else _second(line.server_at)
        facts: list[tuple[str, str]] = [
            (tr("No."), f"{line.number:,}"),
            (tr("Who"), word_who(line)),
            (tr("Did"), word_action(line.action)),
            (tr("To"), word_subject(line) or "–"),
            (tr("Device time"), _second(line.at)),
            (tr("Server time"), seen),
            (tr("Device"), line.device_name or _in_lines(line.device)),
        ]
        facts.extend((word_detail(name), _in_lines(str(value))) for name, value in line.detail.items())
        if line.subject:
            facts.append((tr("Id"), _in_lines(line.subject)))
        if line.operation:
            facts.append((tr("Operation"), _in_lines(line.operation)))
        facts.append((tr("Hash"), _in_lines(line.hash)))
        self.facts.set_facts(tuple(facts))


class FindingsCard(Card):
    """The rows that a check found wrong."""

    def __init__(self) -> None:
        """Begin without findings."""
        super().__init__(tr("What the check found"))
        self.table: KeysetTable[StoreFinding] = KeysetTable(
            (
                Column(tr("Where"), lambda row: str(word_table(row.table)), 116, strong=True),
                Column(tr("What"), lambda row: str(word_finding(row))),
            ),
            name=tr("What the check found"),
        )
        self.told = Label("", wrap=True, selectable=True)
        self.back = SecondaryButton(tr("Back to the lines"), icon=Icon.CHEVRON_LEFT)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.back)
        self.table.row_chosen.connect(self._on_table_row_chosen)

    def show_findings(self, findings: Sequence[StoreFinding]) -> None:
        """List the rows that are wrong."""
        source = ListSource(list(findings), lambda row: f"{row.code} {row.table} {row.key}")
        self.table.load(source, select_first=True)

    def _on_table_row_chosen(self, finding: StoreFinding | None) -> None:
        self.told.set_words("" if finding is None else word_finding(finding))


class ExportCard(Card):
    """Asks what an export is for and what kind of file it is."""

    def __init__(self) -> None:
        """Begin without a purpose."""
        super().__init__(tr("Export these lines"))
        self.how_many = Label("", wrap=True)
        self.purpose = PurposePanel()
        for row in (self.purpose.choice_row, self.purpose.words_row):
            row.set_stacked(True)
        self.form: ChoiceCombo[AuditFormat] = ChoiceCombo()
        self.form.set_choices(
            [
                Choice(AuditFormat.TABLE, tr("Table for people (CSV)")),
                Choice(AuditFormat.VERIFIABLE, tr("With hashes and signatures (JSON Lines)")),
            ]
        )
        self.form.set_value(AuditFormat.TABLE)
        self.save = PrimaryButton(tr("Save as"), key="Ctrl+Return")
        self.back = SecondaryButton(tr("Back"))
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.how_many, self.purpose, FieldRow(tr("&File"), self.form, field="form")):
            column.addWidget(widget)
        column.addStretch(1)
        actions = QHBoxLayout()
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.save)
        self.body.addWidget(UprightArea(inner), 1)
        self.body.addLayout(actions)

    def begin(self, count: int) -> None:
        """Ask anew, for ``count`` lines."""
        self.how_many.set_words(tr("%n line(s) as filtered, the oldest first.", n=count))
        self.purpose.clear()


def _second(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _in_lines(text: str) -> str:
    # Nothing breaks inside an id or a hash, and all of it is wider than the card.
    if " " in text or len(text) <= _LINE:
        return text
    return "\n".join(text[start : start + _LINE] for start in range(0, len(text), _LINE))
