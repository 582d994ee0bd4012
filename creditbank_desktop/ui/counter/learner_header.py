"""The learner at the counter in two lines: who, in which programme, with which account.

``LearnerHeader()``: ``show_card(card)``, ``show_learner(learner, programme)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditbank_desktop.domain.credits import format_credits
from creditbank_desktop.domain.learners import Learner
from creditbank_desktop.domain.resident_ids import mask_resident_id
from creditbank_desktop.services.views_learners import LearnerCard, ProgrammeView
from creditbank_desktop.ui.i18n import say, tr
from creditbank_desktop.ui.kit.surfaces import Label
from creditbank_desktop.ui.wording.registry_names import local_name


class LearnerHeader(QWidget):
    """Name, number, programme, account."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.name = Label("", "title")
        self._studies = Label("", "secondary", wrap=True)
        self._account = Label("", "small")
        self.side = QHBoxLayout()
        self.side.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name)
        top.addStretch(1)
        top.addWidget(self._account)
        top.addLayout(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._studies)

    def show_card(self, card: LearnerCard) -> None:
        """Show a learner with the balance, posted and pending apart."""
        self.show_learner(card.learner, card.programme)
        self._account.set_words(
            tr("{posted} posted · {pending} pending").format(
                posted=format_credits(card.balance),
                pending=format_credits(card.pending_total),
            )
        )
        self._account.show()

    def show_learner(self, learner: Learner, programme: ProgrammeView | None) -> None:
        """Show a learner without the account."""
        profile = learner.profile
        self.name.set_words(profile.name if profile else tr("Learner (record disposed of)"))
        say(self._studies.setText, lambda: " · ".join(_studies(learner, programme)))
        self._account.hide()


def _studies(learner: Learner, programme: ProgrammeView | None) -> tuple[str, ...]:
    profile = learner.profile
    parts = (
        profile.student_number if profile else "",
        local_name(programme.name_zh, programme.name_en) if programme else learner.programme,
        learner.class_name,
        mask_resident_id(profile.document_number) if profile else "",
    )
    return tuple(part for part in parts if part)
