"""Sends papers to the printers that were chosen for them on this computer."""

from __future__ import annotations

from creditbank_desktop.app.office import Session
from creditbank_desktop.devices.printing import Printer, PrintJob
from creditbank_desktop.services.views_reference import PrinterChoice
from creditbank_desktop.ui.preferences.printing_desk import PrintingDesk


class PrintingRoom:
    """The printers of this computer for one signed-in person; every method is called on a worker thread."""

    def __init__(self, session: Session, printer: Printer) -> None:
        """Print by ``printer`` as the session's settings say."""
        self._session = session
        self._printer = printer

    def desk(self) -> PrintingDesk:
        """Return what the section on printing works with."""
        return PrintingDesk(self.printers, self.print_by)

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the default first; raises `EnvironmentFault`."""
        return tuple(printer.name for printer in self._printer.printers())

    def print_by(self, pdf: bytes, title: str, choice: PrinterChoice) -> object:
        """Print a paper the way that was chosen; raises `EnvironmentFault`."""
        return self._printer.print_pdf(
            PrintJob(
                pdf,
                title,
                choice.printer,
                choice.copies,
                choice.duplex,
                choice.paper_size,
                choice.tray,
            )
        )

    def print_paper(self, pdf: bytes, title: str, kind: str) -> object:
        """Print a paper of a kind the way that is set for that kind; raises `EnvironmentFault`."""
        session = self._session
        settings = session.services.office.stationery(session.actor)
        return self.print_by(pdf, title, settings.printers.get(kind, PrinterChoice()))
