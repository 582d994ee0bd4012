"""Find learners who might be the same person by their birth date and their class of studies."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_learner_birth_date", "learner", ["birth_date"])
    op.create_index("ix_learner_programme_intake_year", "learner", ["programme", "intake_year"])
