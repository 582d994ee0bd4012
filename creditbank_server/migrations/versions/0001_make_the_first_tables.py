"""Make the first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# One change a migration. Servers of the version before go on working while it runs: add, fill, and take away
# only in the version after. Rows of append-only tables are never rewritten.


def upgrade() -> None:
    op.create_table(
        "account_heads",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.Numeric(), nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_account_heads"),
    )
    op.create_table(
        "blobs",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "blob", name="pk_blobs"),
    )
    op.create_table(
        "case_deadlines",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("application", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("office", "application", name="pk_case_deadlines"),
    )
    op.create_index("ix_case_deadlines_due_on_office", "case_deadlines", ["due_on", "office"], unique=False)
    op.create_table(
        "devices",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("box_key", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office", "device", name="pk_devices"),
    )
    op.create_table(
        "enrolment_codes",
        sa.Column("secret_sha256", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.Text(), nullable=True),
        sa.Column("request_sha256", sa.Text(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("secret_sha256", name="pk_enrolment_codes"),
    )
    op.create_table(
        "feed",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "number", name="pk_feed"),
        sa.UniqueConstraint("office", "operation", name="uq_feed_office_operation"),
    )
    op.create_table(
        "held_operations",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("waits_for", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("arrival", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "operation", name="pk_held_operations"),
    )
    op.create_index(
        "ix_held_operations_office_waits_for", "held_operations", ["office", "waits_for"], unique=False
    )
    op.create_table(
        "learner_keys",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("destroyed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("learner", name="pk_learner_keys"),
    )
    op.create_table(
        "ledger_entries",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("credits", sa.Numeric(), nullable=False),
        sa.Column("application", sa.Text(), nullable=True),
        sa.Column("line", sa.Text(), nullable=True),
        sa.Column("reverses", sa.Text(), nullable=True),
        sa.Column("server_sequence", sa.BigInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("account", "number", name="pk_ledger_entries"),
        sa.UniqueConstraint("account", "entry", name="uq_ledger_entries_account_entry"),
    )
    op.create_index("ix_ledger_entries_office_entry", "ledger_entries", ["office", "entry"], unique=False)
    op.create_table(
        "person_keys",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office", "person", "public_key", name="pk_person_keys"),
    )
    op.create_table(
        "offices",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("feed_number", sa.BigInteger(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("stream_sequence", sa.BigInteger(), nullable=False),
        sa.Column("stream_hash", sa.Text(), nullable=False),
        sa.Column("durable_through", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", name="pk_offices"),
    )
    op.create_table(
        "operations",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("learner", sa.Text(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "operation", name="pk_operations"),
    )
    op.create_index("ix_operations_office_learner", "operations", ["office", "learner"], unique=False)
    (
        op.create_table(
            "posting_conflicts",
            sa.Column("office", sa.Text(), nullable=False),
            sa.Column("application", sa.Text(), nullable=False),
            sa.Column("line", sa.Text(), nullable=False),
            sa.Column("operation", sa.Text(), nullable=False),
            sa.Column("code", sa.Text(), nullable=False),
            sa.Column("params", sa.Text(), nullable=False),
            sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
            sa.PrimaryKeyConstraint(
                "office", "application", "line", "operation", name="pk_posting_conflicts"
            ),
        ),
    )
    (
        op.create_table(
            "posting_guards",
            sa.Column("learner", sa.Text(), nullable=False),
            sa.Column("source_key", sa.Text(), nullable=False),
            sa.Column("target_kind", sa.Text(), nullable=False),
            sa.Column("target_code", sa.Text(), nullable=False),
            sa.Column("rule_family", sa.Text(), nullable=False),
            sa.Column("office", sa.Text(), nullable=False),
            sa.Column("entry", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint(
                "learner", "source_key", "target_kind", "target_code", "rule_family", name="pk_posting_guards"
            ),
        ),
    )
    op.create_index("ix_posting_guards_learner_entry", "posting_guards", ["learner", "entry"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("manifest_sha256", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "manifest_sha256", name="pk_receipts"),
    )
    op.create_table(
        "records",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("learner", sa.Text(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office", "kind", "id", name="pk_records"),
    )
    op.create_index("ix_records_office_learner", "records", ["office", "learner"], unique=False)
    op.create_table(
        "refused_operations",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "operation", "sha256", name="pk_refused_operations"),
    )
    op.create_table(
        "server_identity",
        sa.Column("single", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(), nullable=False),
        sa.Column("box_key", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("single", name="pk_server_identity"),
    )
    (
        op.create_table(
            "stream_positions",
            sa.Column("office", sa.Text(), nullable=False),
            sa.Column("device", sa.Text(), nullable=False),
            sa.Column("incarnation", sa.Text(), nullable=False),
            sa.Column("sequence", sa.BigInteger(), nullable=False),
            sa.Column("operation", sa.Text(), nullable=False),
            sa.Column("hash", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint(
                "office", "device", "incarnation", "sequence", name="pk_stream_positions"
            ),
        ),
    )
    op.create_table(
        "streams",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "incarnation", name="pk_streams"),
    )
    _keep_append_only()


def _keep_append_only() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$"
    )
    for table in ("operations", "feed", "stream_positions", "receipts", "ledger_entries"):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
