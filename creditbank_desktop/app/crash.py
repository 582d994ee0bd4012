"""What happens when the program itself is at fault: a report without personal data, a word to the user."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from creditbank_desktop.version import VERSION

Tell = Callable[[Path | None], None]


class CrashHandler:
    """Writes a report for every exception that nobody expected, and tells the user where it lies.

    A report names the exception's type and the lines it came through. It leaves messages and values out,
    because they can hold names and numbers of learners.
    """

    def __init__(self, folder: Path) -> None:
        """Write reports into ``folder``, which is made when the first one is written."""
        self._folder = folder
        self._tell: Tell | None = None

    def install(self) -> None:
        """Take over what Python does with exceptions that reach the top of a thread."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def tell_by(self, tell: Tell | None) -> None:
        """Tell the user by ``tell`` (called in the thread that failed) with the report's path."""
        self._tell = tell

    def report(self, error: BaseException) -> Path | None:
        """Write the report of ``error`` and return its path, or None if even that failed."""
        moment = datetime.now(UTC)
        path = self._folder / f"crash-{moment:%Y%m%dT%H%M%S%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(self._text(error, moment), "utf-8")
        except OSError:
            return None
        return path

    def _text(self, error: BaseException, moment: datetime) -> str:
        system = f"{platform.system()} {platform.release()}"
        lines = [
            f"creditbank {VERSION}, Python {platform.python_version()}, {system}",
            moment.isoformat(timespec="seconds"),
            *_road(error),
        ]
        cause = error.__cause__ or error.__context__
        if cause is not None:
            lines += ["caused by", *_road(cause)]
        return "\n".join(lines) + "\n"

    def handle(self, error: BaseException) -> None:
        """Report ``error`` on disk, on standard error and to the user."""
        path = self.report(error)
        print(f"creditbank: unexpected {type(error).__qualname__}; report: {path}", file=sys.stderr)
        if self._tell is not None:
            self._tell(path)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.handle(error)

    def _on_thread_exception(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self.handle(happened.exc_value)


def _road(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [
        type(error).__qualname__,
        *(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames),
    ]
