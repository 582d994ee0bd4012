"""Keep the feed's number beside a pulled operation.

When the server is restored from a backup, its feed begins anew; the numbers say which pulled operations the
new feed must still bring. The check needs the table to be copied, which drops its triggers.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "operation", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as operation:
        operation.add_column(sa.Column("feed_number", sa.Integer(), nullable=False, server_default="0"))
        operation.create_check_constraint(op.f("ck_operation_feed_number_counts_up"), "feed_number >= 0")
        operation.create_index(op.f("ix_operation_feed_number"), ["feed_number"])
