"""Look learners up across offices by keyed marks of their numbers, and know who was brought where."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "learner_marks",
        *_texts("office", "learner", "mark"),
        sa.PrimaryKeyConstraint("office", "learner", "mark", name=op.f("pk_learner_marks")),
    )
    op.create_index("ix_learner_marks_mark", "learner_marks", ["mark"])
    op.create_table(
        "brought_learners",
        *_texts("office", "learner", "home"),
        sa.Column("home_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "learner", name=op.f("pk_brought_learners")),
    )
    op.create_index("ix_brought_learners_learner", "brought_learners", ["learner"])
    op.create_table(
        "account_views",
        *_texts("office", "account"),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "account", name=op.f("pk_account_views")),
    )
    op.create_table(
        "look_ups",
        *_texts("office", "device", "person", "found", "learner"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("number", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "number", name=op.f("pk_look_ups")),
    )
    op.create_index("ix_look_ups_office_device_at", "look_ups", ["office", "device", "at"])
    op.execute(
        "CREATE TRIGGER look_ups_append_only BEFORE UPDATE OR DELETE ON look_ups"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
