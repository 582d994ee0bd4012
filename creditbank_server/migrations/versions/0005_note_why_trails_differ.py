"""Note why a device's audit trail was not the one held."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.


def upgrade() -> None:
    op.create_table(
        "trail_notes",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "number", name=op.f("pk_trail_notes")),
    )
    op.execute(
        "CREATE TRIGGER trail_notes_append_only BEFORE UPDATE OR DELETE ON trail_notes"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
