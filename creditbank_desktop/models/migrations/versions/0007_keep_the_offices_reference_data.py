"""Keep the office's reference data.

What the office changed of catalogues, phrases, holidays, deadlines and details, and what is proposed; both
tables follow from the operations alone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reference_item",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("item", "office", "kind", "key")),
        sa.Column("versions", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_reference_item")),
    )
    op.create_index(op.f("ix_reference_item_kind_key"), "reference_item", ["kind", "key"])
    op.create_table(
        "reference_proposal",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("proposal", "office", "state")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("proposed_by", "proposed_at")),
        sa.Column("settle_operation", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("proposal", name=op.f("pk_reference_proposal")),
    )
    op.create_index(
        op.f("ix_reference_proposal_state_proposed_at"), "reference_proposal", ["state", "proposed_at"]
    )
