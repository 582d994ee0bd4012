"""Chain operations and receipts row by row, and keep what device and server sign of the audit trail.

A single row that somebody changes or takes away with the key in hand must show, and so must a tail that is
cut off. The rows that are there are chained as they stand, for which their triggers go and come again.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPERATION = (
    "local_order, op_id, data, type, person, device, office, at, on_day, learner, application, origin, "
    "feed_number"
)
_RECEIPT = "number, op_id, result, code, server_sequence, server_at, answer"


def upgrade() -> None:
    op.add_column("operation", sa.Column("row_hash", sa.String(), nullable=False, server_default=""))
    op.add_column("receipt", sa.Column("answer", sa.Integer(), nullable=True))
    op.add_column("receipt", sa.Column("row_hash", sa.String(), nullable=False, server_default=""))
    for table, columns in (("operation", _OPERATION), ("receipt", _RECEIPT)):
        op.execute(f"DROP TRIGGER IF EXISTS {table}_refuses_update")
        _chain(op.get_bind(), table, columns)
    op.create_table(
        "server_answer",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_server_answer"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "audit_checkpoint",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("audit_number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_checkpoint"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_checkpoint_audit_number", "audit_checkpoint", ["audit_number"])
    op.create_table(
        "audit_countersignature",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("checkpoint", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("row_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_countersignature"),
        sa.ForeignKeyConstraint(
            ["checkpoint"],
            ["audit_checkpoint.number"],
            name="fk_audit_countersignature_checkpoint_audit_checkpoint",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_action_number", "audit", ["action", "number"])
    op.create_index("ix_audit_at_number", "audit", ["at", "number"])


def _chain(connection: sa.Connection, table: str, columns: str) -> None:
    """Give every row its hash, in the order of the first column."""
    key = columns.partition(",")[0]
    before = "0" * 64
    last = 0
    while True:
        rows = connection.exec_driver_sql(
            f"SELECT {columns} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT 1000", (last,)
        ).all()
        if not rows:
            return
        for row in rows:
            before = _hash(before, row)
            last = row[0]
            connection.exec_driver_sql(f"UPDATE {table} SET row_hash = ? WHERE {key} = ?", (before, last))


def _hash(before: str, row: Any) -> str:
    plain = [hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value for value in row]
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(bytes.fromhex(before) + text.encode()).hexdigest()
