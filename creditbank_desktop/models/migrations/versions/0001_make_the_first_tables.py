"""Make the first tables.

A column is written as its name, ":" and its type unless it is text, and "?" where it may be NULL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TYPES: dict[str, Any] = {"": sa.String, "int": sa.Integer, "bool": sa.Boolean, "bytes": sa.LargeBinary}


def upgrade() -> None:
    _make_registry_tables()
    _make_application_tables()
    _make_ledger_tables()
    _make_desk_tables()
    _make_operation_tables()
    op.execute(f"PRAGMA application_id = {0x43424B44}")


def _columns(text: str) -> Iterator[sa.Column[Any]]:
    for word in text.split():
        name, _, kind = word.rstrip("?").partition(":")
        yield sa.Column(name, _TYPES[kind](), nullable=word.endswith("?"))


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{target.split('.', maxsplit=1)[0]}"
    return sa.ForeignKeyConstraint([column], [target], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _make_registry_tables() -> None:
    op.create_table(
        "office",
        *_columns(
            "office school code name_zh name_en school_name_zh school_name_en address phone "
            "is_sample:bool version:int"
        ),
        sa.PrimaryKeyConstraint("office", name="pk_office"),
    )
    op.create_table(
        "person",
        *_columns("person office login name roles public_key:bytes active:bool version:int"),
        sa.PrimaryKeyConstraint("person", name="pk_person"),
    )
    op.create_table(
        "person_key",
        *_columns("person public_key:bytes"),
        sa.PrimaryKeyConstraint("person", "public_key", name="pk_person_key"),
        _refers("person_key", "person", "person.person"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "device",
        *_columns("device office name signing_key:bytes box_key:bytes active:bool version:int"),
        sa.PrimaryKeyConstraint("device", name="pk_device"),
    )
    op.create_table(
        "number_block",
        *_columns("block device office year:int first:int last:int next_number:int version:int"),
        sa.PrimaryKeyConstraint("block", name="pk_number_block"),
    )
    _index("number_block", "office", "year", "first")
    op.create_table(
        "learner",
        *_columns(
            "learner office programme intake_year:int class_name account_number account_state opened_on "
            "alias_of? revision:int name? document_kind? document_number? student_number? name_as_typed? "
            "latin_name? former_name? sex? birth_date? ethnic_group? phone? email? address? "
            "is_veteran:bool? pinyin? initials?"
        ),
        sa.PrimaryKeyConstraint("learner", name="pk_learner"),
        _refers("learner", "alias_of", "learner.learner"),
    )
    _index("learner", "account_number")
    _index("learner", "alias_of")
    _index("learner", "document_number")
    _index("learner", "programme", "account_number")
    _index("learner", "student_number")
    op.create_table(
        "learner_search_key",
        *_columns("text kind learner"),
        sa.PrimaryKeyConstraint("text", "kind", "learner", name="pk_learner_search_key"),
        _refers("learner_search_key", "learner", "learner.learner"),
        sqlite_with_rowid=False,
    )
    _index("learner_search_key", "learner")


def _make_application_tables() -> None:
    op.create_table(
        "application",
        *_columns(
            "application learner office programme receipt_number state received_on entered_on promised_on "
            "accepted_on? rule_set_family? rule_set_version:int? rule_set_hash? supplement_due_on? "
            "supplement_extended:bool resume_to? publicity_from? publicity_to? delivered_on? "
            "delivered_how proxy? note revision:int"
        ),
        sa.PrimaryKeyConstraint("application", name="pk_application"),
        _refers("application", "learner", "learner.learner"),
    )
    _index("application", "learner", "received_on")
    _index("application", "receipt_number")
    _index("application", "state", "promised_on", "application")
    _index("application", "state", "received_on", "application")
    op.create_table(
        "outcome_line",
        *_columns(
            "application line position:int type withdrawn:bool entry? requested_kind requested_code "
            "has_outcome:bool title? title_folded? issuer? issued_on? valid_until? evidence_number? "
            "level? hours:int? raw_score? score_scale? language? aliases? verified_by? "
            "verification_state? details? decided:bool result? credits:int? computed_credits:int? "
            "target_kind? target_code? grade_text? counts_for_gpa:bool? rule? rule_version:int? "
            "rule_clause? rule_family? rule_set_hash? needs_second_opinion:bool? reason_codes? "
            "reason_text? explanation? decided_on? second?"
        ),
        sa.PrimaryKeyConstraint("application", "line", name="pk_outcome_line"),
        _refers("outcome_line", "application", "application.application"),
    )
    _index("outcome_line", "application", "position")
    _index("outcome_line", "line")
    _index("outcome_line", "type", "title_folded", "level", "decided_on")
    op.create_table(
        "deed",
        *_columns(
            "application position:int operation act person device at before after reason note undone:bool"
        ),
        sa.PrimaryKeyConstraint("application", "position", name="pk_deed"),
        _refers("deed", "application", "application.application"),
        sqlite_with_rowid=False,
    )
    _index("deed", "person", "at")
    op.create_table(
        "evidence",
        *_columns(
            "application position:int evidence blob size_bytes:int media_type file_name material line? "
            "pages:int"
        ),
        sa.PrimaryKeyConstraint("application", "position", name="pk_evidence"),
        _refers("evidence", "application", "application.application"),
        sqlite_with_rowid=False,
    )
    _index("evidence", "blob")
    op.create_table(
        "comparison",
        *_columns("application position:int evidence person at"),
        sa.PrimaryKeyConstraint("application", "position", name="pk_comparison"),
        _refers("comparison", "application", "application.application"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "missing_material",
        *_columns("application position:int material line? note"),
        sa.PrimaryKeyConstraint("application", "position", name="pk_missing_material"),
        _refers("missing_material", "application", "application.application"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "duplicate_key",
        *_columns("duplicate_key application line learner"),
        sa.PrimaryKeyConstraint("duplicate_key", "application", "line", name="pk_duplicate_key"),
        _refers("duplicate_key", "application", "application.application"),
        _refers("duplicate_key", "learner", "learner.learner"),
        sqlite_with_rowid=False,
    )
    _index("duplicate_key", "application")


def _make_ledger_tables() -> None:
    op.create_table(
        "ledger_entry",
        *_columns(
            "entry account number:int kind credits:int effective_on posted_at application? line? "
            "outcome_type? source target_kind target_code rule? rule_family? reverses? valid_until? "
            "server_sequence:int written"
        ),
        sa.PrimaryKeyConstraint("entry", name="pk_ledger_entry"),
        sa.CheckConstraint("number > 0", name=op.f("ck_ledger_entry_ck_ledger_entry_number_counts_from_one")),
        _refers("ledger_entry", "account", "learner.learner"),
        _refers("ledger_entry", "reverses", "ledger_entry.entry"),
        sa.UniqueConstraint("account", "number", name="uq_ledger_entry_account_number"),
    )
    _index("ledger_entry", "line")
    _index("ledger_entry", "reverses")
    _index("ledger_entry", "source")
    op.create_table(
        "account_head",
        *_columns("account entries:int hash balance:int"),
        sa.PrimaryKeyConstraint("account", name="pk_account_head"),
        _refers("account_head", "account", "learner.learner"),
    )
    op.create_table(
        "paper",
        *_columns(
            "paper kind number language learner office issued_by issued_on sha256 operation application? "
            "up_to_entry:int data? copies:int voided:bool void_reason version:int"
        ),
        sa.PrimaryKeyConstraint("paper", name="pk_paper"),
        _refers("paper", "learner", "learner.learner"),
    )
    _index("paper", "application")
    _index("paper", "issued_on", "paper")
    _index("paper", "learner", "issued_on")
    _index("paper", "number")
    op.create_table(
        "document_counter",
        *_columns("office_code device_code kind year:int next_number:int version:int"),
        sa.PrimaryKeyConstraint("office_code", "device_code", "kind", "year", name="pk_document_counter"),
    )
    op.create_table(
        "voided_number",
        *_columns("number reason person at"),
        sa.PrimaryKeyConstraint("number", name="pk_voided_number"),
    )


def _make_desk_tables() -> None:
    op.create_table(
        "draft",
        *_columns("draft person kind learner? data updated_at version:int"),
        sa.PrimaryKeyConstraint("draft", name="pk_draft"),
    )
    _index("draft", "person", "kind", "updated_at")
    op.create_table(
        "setting",
        *_columns("key value version:int"),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.create_table(
        "blob",
        *_columns("blob size_bytes:int stored_at sent_at?"),
        sa.PrimaryKeyConstraint("blob", name="pk_blob"),
    )
    _index("blob", "sent_at")


def _make_operation_tables() -> None:
    op.create_table(
        "operation",
        *_columns(
            "local_order:int op_id data:bytes type person device office at on_day learner? application? "
            "origin"
        ),
        sa.PrimaryKeyConstraint("local_order", name="pk_operation"),
        sa.UniqueConstraint("op_id", name="uq_operation_op_id"),
        sqlite_autoincrement=True,
    )
    _index("operation", "application", "local_order")
    _index("operation", "learner", "local_order")
    op.create_table(
        "stream",
        *_columns("incarnation seq:int device op_id head_hash"),
        sa.PrimaryKeyConstraint("incarnation", "seq", name="pk_stream"),
        _refers("stream", "op_id", "operation.op_id"),
        sqlite_with_rowid=False,
    )
    _index("stream", "op_id")
    op.create_table(
        "receipt",
        *_columns("number:int op_id result code server_sequence:int server_at"),
        sa.PrimaryKeyConstraint("number", name="pk_receipt"),
        sqlite_autoincrement=True,
    )
    _index("receipt", "op_id", "number")
    _index("receipt", "result")
    op.create_table(
        "sync_state",
        *_columns(
            "single:int epoch feed_number:int sent_sequence:int acknowledged_sequence:int "
            "acknowledged_hash last_contact_at? version:int"
        ),
        sa.PrimaryKeyConstraint("single", name="pk_sync_state"),
    )
    op.create_table(
        "held",
        *_columns("held:int op_id data:bytes standing code detail feed_number:int received_at"),
        sa.PrimaryKeyConstraint("held", name="pk_held"),
    )
    _index("held", "standing", "feed_number")
    op.create_table(
        "learner_key",
        *_columns("learner secret:bytes? destroyed_at?"),
        sa.PrimaryKeyConstraint("learner", name="pk_learner_key"),
    )
    op.create_table(
        "device_identity",
        *_columns(
            "device office name code signing_seed:bytes box_key:bytes incarnation began_at version:int"
        ),
        sa.PrimaryKeyConstraint("device", name="pk_device_identity"),
    )
    op.create_table(
        "audit",
        *_columns("number:int at person device action subject_kind subject detail op_id? previous hash"),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    _index("audit", "person", "number")
    _index("audit", "subject_kind", "subject", "number")
