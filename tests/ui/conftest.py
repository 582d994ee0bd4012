"""What the tests of the screens share: the dressed program, its runner, and windows that are taken down
again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from creditbank_desktop.ui.i18n import Language
from creditbank_desktop.ui.running import OperationRunner
from creditbank_desktop.ui.theme.colours import Look
from tests.ui.ui_gallery import dressed

Dress = Callable[[Look, Language], None]


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    """Give the program a look and a language; light English before and after."""
    dressed(qapp, Look.LIGHT, Language.ENGLISH)
    yield lambda look, language: dressed(qapp, look, language)
    dressed(qapp, Look.LIGHT, Language.ENGLISH)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[OperationRunner]:
    made = OperationRunner()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def keep(qapp: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Take a window down at the end of the test, so that none leaks into the next."""
    kept: list[QWidget] = []
    yield kept.append
    for widget in kept:
        if isValid(widget):
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
