"""What the section on printing is given beside the usual: the printers of this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from creditbank_desktop.services.views_reference import PrinterChoice


@dataclass(frozen=True, slots=True)
class PrintingDesk:
    """The way to paper; both are called on a worker thread and raise `EnvironmentFault`.

    ``printers()`` names them, the system's default first; ``print_pdf(pdf, title, choice)`` sends a paper.
    """

    printers: Callable[[], Sequence[str]]
    print_pdf: Callable[[bytes, str, PrinterChoice], object]
