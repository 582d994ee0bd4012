"""The evaluation desk: what a learning outcome is worth, and for which course."""

from __future__ import annotations

from creditbank_desktop.domain.ids import ApplicationId
from creditbank_desktop.domain.people import Actor
from creditbank_desktop.domain.states import State
from creditbank_desktop.services.results import OpResult
from creditbank_desktop.services.roles import permitted
from creditbank_desktop.services.views_applications import QueueFilter, QueuePage
from creditbank_desktop.services.views_evaluation import Case, Decided, LineVerdict, PanelForm
from creditbank_desktop.services.workroom import Workroom


class EvaluationService:
    """Actions of the evaluator."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for evaluation or the panel, oldest first."""
        raise NotImplementedError

    @permitted
    def case(self, actor: Actor, application: ApplicationId) -> Case:
        """Return one file with suggestions, precedents, duplicates, target courses and deeds."""
        raise NotImplementedError

    @permitted
    def decide(
        self, actor: Actor, application: ApplicationId, revision: int, verdicts: tuple[LineVerdict, ...]
    ) -> OpResult[Decided]:
        """Decide every live line of the file as seen at ``revision``.

        Raises `Problems` with fields ``verdicts.N.…``: ``credits.*``, ``decision.reason_needed`` (departing
        without a reason), ``decision.no_credits``, ``decision.refused_with_credits``, ``decision.target_unknown``,
        ``decision.target_excluded``, ``decision.above_target``, ``decision.line_missing``; and `Refused`
        ("application.changed", "application.four_eyes", …).
        """
        raise NotImplementedError

    @permitted
    def accept_suggestions(
        self, actor: Actor, application: ApplicationId, revision: int
    ) -> OpResult[Decided]:
        """Decide every live line as the rules suggest; lines without a fitting rule are refused with "no_rule".

        Raises as `decide`, and `Refused` ("decision.needs_judgement") where the rules leave the value to people.
        """
        raise NotImplementedError

    @permitted
    def undo(self, actor: Actor, application: ApplicationId) -> OpResult[Decided]:
        """Take the actor's own last act on the file back; raises `Refused` ("undo.…")."""
        raise NotImplementedError

    @permitted
    def return_file(
        self, actor: Actor, application: ApplicationId, revision: int, to: State, reason: str, note: str = ""
    ) -> OpResult[Decided]:
        """Send the file back to material review or evaluation; ``reason`` from `phrase_book.RETURN_REASONS`."""
        raise NotImplementedError


class PanelService:
    """Second evaluation and panel."""

    def __init__(self, room: Workroom) -> None:
        self._room = room

    @permitted
    def queue(
        self, actor: Actor, shown: QueueFilter | None = None, after: str = "", limit: int = 100
    ) -> QueuePage:
        """Return a page of the files that wait for a second opinion or the panel."""
        raise NotImplementedError

    @permitted
    def decide_second(
        self, actor: Actor, application: ApplicationId, revision: int, verdicts: tuple[LineVerdict, ...]
    ) -> OpResult[Decided]:
        """Give the second opinion on the lines that need one; disagreement leaves the file to the panel."""
        raise NotImplementedError

    @permitted
    def decide_panel(
        self, actor: Actor, application: ApplicationId, revision: int, form: PanelForm
    ) -> OpResult[Decided]:
        """Enter the decision of a panel of at least three; raises `Problems` ("panel.too_small")."""
        raise NotImplementedError
