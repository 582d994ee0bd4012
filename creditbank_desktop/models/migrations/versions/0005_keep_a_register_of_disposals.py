"""Keep a register of disposals.

What is destroyed when its retention ends, by which rule and on whose word, is kept for ever; the table
follows from the operations alone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "disposal",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("disposal", "office", "rule", "clause")),
        sa.Column("due_by", sa.String(), nullable=False),
        sa.Column("items", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("proposed_at", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("decided_by", "decided_at")),
        sa.Column("reason", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("carried_out_by", "carried_out_at")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("learners", "files", "pieces")),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("disposal", name=op.f("pk_disposal")),
    )
    op.create_index(op.f("ix_disposal_state_proposed_at"), "disposal", ["state", "proposed_at"])
