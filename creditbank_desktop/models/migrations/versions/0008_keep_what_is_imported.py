"""Keep what is imported.

Sheets of learners on their way into the records, row by row; and a roll that leaves out registrations that
were taken back, with an index of its own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ROLL = "ix_learner_account_number_learner"


def upgrade() -> None:
    op.create_table(
        "learner_import",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("import_id", "person", "state")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("file_name", "begun_at", "document")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("entered_row", "entered", "version")),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_learner_import")),
    )
    op.create_table(
        "learner_import_row",
        sa.Column("import_id", sa.String(), nullable=False),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("learner", sa.String(), nullable=True),
        sa.Column("data", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["learner_import.import_id"],
            name=op.f("fk_learner_import_row_import_id_learner_import"),
        ),
        sa.PrimaryKeyConstraint("import_id", "sheet_row", name=op.f("pk_learner_import_row")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_learner_import_row_import_id_kind_sheet_row"),
        "learner_import_row",
        ["import_id", "kind", "sheet_row"],
    )
    op.drop_index(_ROLL, "learner")
    op.create_index(
        _ROLL, "learner", ["account_number", "learner"], sqlite_where=sa.text("account_state != 'taken_back'")
    )
