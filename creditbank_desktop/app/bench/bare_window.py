"""The least that a Qt program in Python can be: one empty window. Prints when it was painted, as JSON."""

from __future__ import annotations

import json
import sys
import time


def main(began_ns: int) -> None:
    """Show a window, print the milliseconds since ``began_ns`` (as `time.time_ns`) and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
            QTimer.singleShot(0, self, self.tell)

        def tell(self) -> None:
            marks = {
                "painted": (time.time_ns() - began_ns) / 1e6,
                "painted_processor": time.process_time() * 1e3,
            }
            print(json.dumps(marks), flush=True)
            QApplication.quit()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(920, 640)
    window.show()
    app.exec()
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
