"""List who may work at an office, and the keys of the organisation's recovery."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff",
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("office", "login", "name", "roles", "code_sha256")
        ),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "login", name=op.f("pk_staff")),
    )
    op.create_table(
        "staff_lists",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office", "version", name=op.f("pk_staff_lists")),
    )
    op.create_table(
        "recovery_keys",
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_recovery_keys")),
    )
