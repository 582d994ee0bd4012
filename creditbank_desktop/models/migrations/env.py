"""Runs migrations on the connection that `migrating` hands over; there is no alembic.ini."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from creditbank_desktop.models import schema
from creditbank_desktop.models.row import TableRow


def render_plain_types(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our column types as what SQLite sees, so that old migrations never depend on today's code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl).__name__}()"
    return False


def run() -> None:
    """Run in the transaction that is open: migrations and the checks behind them stand or fall together."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=TableRow.metadata,
        render_as_batch=True,
        render_item=render_plain_types,
        version_table=schema.VERSION_TABLE,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
