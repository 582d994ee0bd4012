"""Says on the command line, or in a window where nobody sees one, what stopped the program."""

from __future__ import annotations

from collections.abc import Sequence

from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused

Failure = EnvironmentFault | Refused | Problems


def told(failure: Failure) -> Sequence[str]:
    """Return what went wrong, a line each: the sentence of the screens in English, and the code."""
    try:
        # Nothing of Qt is loaded before something has gone wrong.
        from creditbank_desktop.ui.wording import failures as words
    except ImportError:  # the installation itself is damaged
        return _bare(failure)
    if isinstance(failure, EnvironmentFault):
        return (f"{words.word_fault(failure)} ({failure.code})",)
    if isinstance(failure, Refused):
        return (f"{words.word_refused(failure)} ({failure.code})",)
    return [
        f"{problem.field}: {words.word_problem(problem)} ({problem.code})".removeprefix(": ")
        for problem in failure.problems
    ]


def show_in_window(lines: Sequence[str]) -> None:
    """Show the lines and wait until they were read: a start from a menu has no terminal to write to."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance() or QApplication([])
    box = QMessageBox(QMessageBox.Icon.Critical, "CreditBank", "\n".join(lines))
    box.exec()
    del app


def _bare(failure: Failure) -> Sequence[str]:
    if isinstance(failure, Problems):
        return [f"{problem.field}: {problem.code}" for problem in failure.problems]
    return (" ".join((failure.code, *(f"{key}={value}" for key, value in failure.params.items()))),)
