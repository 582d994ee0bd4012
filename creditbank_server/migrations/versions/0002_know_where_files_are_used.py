"""Know which applications use a file of evidence.

Records are sealed, so no query can tell whether the scan of a file that is disposed of serves another one
too. The table is filled at the next start for what is there already.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob_uses",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("office", "blob", "application")),
        sa.PrimaryKeyConstraint("office", "blob", "application", name=op.f("pk_blob_uses")),
    )
    op.create_index(op.f("ix_blob_uses_office_application"), "blob_uses", ["office", "application"])
