"""Opens the dialog for the keys of whoever works in a window."""

from __future__ import annotations

from pathlib import Path

from creditbank_desktop.app.recovery_sheet import recovery_sheet
from creditbank_desktop.app.workplaces import Workbench, write_file
from creditbank_desktop.domain.failures import EnvironmentFault
from creditbank_desktop.services.roles import may
from creditbank_desktop.services.views_keys import RenewalDue
from creditbank_desktop.ui.login.my_keys import MyKeysDesk, MyKeysDialog, where_to
from creditbank_desktop.ui.login.renewal import RenewalDialog
from creditbank_desktop.ui.running import OperationRunner

LARGEST_CARD_BYTES = 100_000


def open_my_keys(bench: Workbench, runner: OperationRunner) -> MyKeysDialog:
    """Show the dialog in front of the window of ``bench``."""
    dialog = MyKeysDialog(_desk(bench, runner), bench.window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_for_renewal(bench: Workbench, runner: OperationRunner) -> None:
    """Ask for a new recovery code in front of the window of ``bench`` if the present one was used."""
    session = bench.session
    if not may(session.actor, "RenewalService.due"):
        return

    def on_known(due: RenewalDue | None) -> None:
        if due is not None:
            dialog = RenewalDialog(
                _desk(bench, runner), session.services.renewal, bench.window, may_wait=due.may_wait
            )
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    runner.run(lambda: session.services.renewal.due(session.actor), on_known, owner=bench.window)


def _desk(bench: Workbench, runner: OperationRunner) -> MyKeysDesk:
    session = bench.session

    def sheet(code: str) -> bytes:
        office = session.services.identity.office(session.actor).office
        return recovery_sheet(session.around.resources, session.around.clock, office.name_zh, code)

    return MyKeysDesk(
        session.services.keys, runner, bench.bus, session.actor, sheet, read_card_file, write_file, where_to
    )


def read_card_file(path: str) -> bytes:
    """Return the content of a card file, no more than a card can hold; raises `EnvironmentFault`."""
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST_CARD_BYTES + 1)
    except OSError as fault:
        raise EnvironmentFault("file.unreadable", path=path, reason=fault.strerror or "") from fault
