"""Log lines as one JSON object each: when, how grave, what, and plain fields; never anything personal."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_FIELDS = ("method", "route", "status", "ms", "type", "code", "error", "operation", "address")


class JsonLines(logging.Formatter):
    """Writes the named fields of a record and no others, so that nothing personal slips in by accident."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_to_console(level: int = logging.INFO) -> None:
    """Send every log line of this process to standard error, unless somebody else listens already."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler])
    logging.getLogger("alembic").setLevel(logging.WARNING)
