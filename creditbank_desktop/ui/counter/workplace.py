"""The counter as the shell registers it."""

from __future__ import annotations

from functools import partial

from creditbank_desktop.services.roles import COUNTER
from creditbank_desktop.ui.counter.desk import CounterDesk
from creditbank_desktop.ui.counter.page import CounterPage
from creditbank_desktop.ui.i18n import tr
from creditbank_desktop.ui.shell.workplaces import Workplace
from creditbank_desktop.ui.theme.icons import Icon


def counter_workplace(desk: CounterDesk) -> Workplace:
    """Return the workplace of the clerks, behind F2."""
    return Workplace("counter", tr("Counter"), Icon.USER_PLUS, partial(CounterPage, desk), COUNTER, "F2")
