"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
