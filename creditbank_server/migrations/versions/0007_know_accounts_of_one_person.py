"""Know which accounts are one person's, whichever office merged them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.

_MERGES = sa.text(
    "SELECT o.office, o.operation, o.type, o.stored_at, o.data FROM operations o"
    " JOIN feed f ON f.office = o.office AND f.operation = o.operation"
    " WHERE o.type IN ('learner.aliased', 'learner.unaliased') ORDER BY o.office, f.number"
)


def upgrade() -> None:
    table = op.create_table(
        "account_aliases",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("learner", "office", name=op.f("pk_account_aliases")),
    )
    op.create_index("ix_account_aliases_canonical", "account_aliases", ["canonical"])
    op.bulk_insert(table, _standing_merges())


def _standing_merges() -> list[dict[str, object]]:
    """Return the merges that were not taken back, read from the operations in the order of each feed."""
    standing: dict[tuple[str, str], dict[str, object]] = {}
    for office, operation, kind, stored_at, data in op.get_bind().execute(_MERGES):
        body = json.loads(bytes(data))["body"]
        standing.pop((office, body["learner"]), None)
        if kind == "learner.aliased":
            standing[office, body["learner"]] = {
                "office": office,
                "learner": body["learner"],
                "canonical": body["canonical"],
                "operation": operation,
                "made_at": stored_at,
            }
    return list(standing.values())
