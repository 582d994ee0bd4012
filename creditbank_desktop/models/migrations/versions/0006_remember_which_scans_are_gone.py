"""Remember which scans are gone.

A file keeps the list of its scans after they were disposed of, so the day must stand beside it; and a content
that no live record names any more must not be sent or fetched again before its file is deleted.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("application", sa.Column("scans_disposed_on", sa.String(), nullable=True))
    op.add_column("blob", sa.Column("disposed_at", sa.String(), nullable=True))
    op.add_column("blob", sa.Column("removed_at", sa.String(), nullable=True))
