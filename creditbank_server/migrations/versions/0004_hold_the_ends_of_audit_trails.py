"""Hold the ends of the devices' audit trails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.


def upgrade() -> None:
    op.create_table(
        "trail_heads",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("head_sha256", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("held_audit", sa.BigInteger(), nullable=False),
        sa.Column("shown_audit", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "number", name=op.f("pk_trail_heads")),
    )
    op.execute(
        "CREATE TRIGGER trail_heads_append_only BEFORE UPDATE OR DELETE ON trail_heads"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
