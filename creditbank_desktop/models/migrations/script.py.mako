"""${message}.

Before you write: one change a migration. The program backs the database up, turns foreign keys off, runs
this inside one transaction, makes the triggers again, and then checks foreign keys and that no table lost a row.
Delete this text once you have read it, and say instead why the change is made.

* `op.batch_alter_table` copies the table and drops its triggers. With foreign keys on it would also delete
  the rows of child tables without a word, which is why they are off here.
* Name every constraint (`op.f("fk_table_column_other")`): SQLite can change only what has a name.
* A new column without NULL needs a `server_default` for the rows that are there.
* Never touch the bytes in `operation.data`: what they mean is settled when they are read.
* Raise `HEAD` in `creditbank_desktop/models/schema.py` to ${repr(up_revision)}, and say in
  `tests/models/test_models_migrations.py` what must be true of an old database afterwards.
* There is no downgrade: the backup is the way back.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
