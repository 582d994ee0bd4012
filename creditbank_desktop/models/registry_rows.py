"""Tables of offices, people, devices, number blocks and learners."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from creditbank_desktop.models.row import TableRow

NOT_TAKEN_BACK = "account_state != 'taken_back'"
"""In SQL, and spelt out: SQLite uses a partial index only where it sees the same words."""


class OfficeRow(TableRow):
    """An office and the school that it belongs to."""

    __tablename__ = "office"
    office: Mapped[str] = mapped_column(primary_key=True)
    school: Mapped[str]
    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    school_name_zh: Mapped[str]
    school_name_en: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    is_sample: Mapped[bool]
    version: Mapped[int]


class PersonRow(TableRow):
    """A member of staff; ``roles`` is a JSON list in the order given."""

    __tablename__ = "person"
    person: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    login: Mapped[str]
    name: Mapped[str]
    roles: Mapped[str]
    public_key: Mapped[bytes]
    active: Mapped[bool]
    version: Mapped[int]


class PersonKeyRow(TableRow):
    """Every key that a person ever had, so that operations signed before a change can still be checked."""

    __tablename__ = "person_key"
    __table_args__ = ({"sqlite_with_rowid": False},)
    person: Mapped[str] = mapped_column(ForeignKey("person.person"), primary_key=True)
    public_key: Mapped[bytes] = mapped_column(primary_key=True)


class DeviceRow(TableRow):
    """An enrolled device."""

    __tablename__ = "device"
    device: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    name: Mapped[str]
    signing_key: Mapped[bytes]
    box_key: Mapped[bytes]
    active: Mapped[bool]
    version: Mapped[int]


class NumberBlockRow(TableRow):
    """Account numbers that one device may give out; ``next_number`` is the first that is free."""

    __tablename__ = "number_block"
    __table_args__ = (Index(None, "office", "year", "first"),)
    block: Mapped[str] = mapped_column(primary_key=True)
    device: Mapped[str]
    office: Mapped[str]
    year: Mapped[int]
    first: Mapped[int]
    last: Mapped[int]
    next_number: Mapped[int]
    version: Mapped[int]


class LearnerRow(TableRow):
    """A learner with the credit account of the same key; the profile's columns are NULL after disposal."""

    __tablename__ = "learner"
    __table_args__ = (
        Index(None, "document_number"),
        Index(None, "student_number"),
        Index(None, "programme", "account_number"),
        # The roll is read by account number and key; an index on the number alone sorts every block anew.
        # Registrations that were taken back are on no list.
        Index(None, "account_number", "learner", sqlite_where=text(NOT_TAKEN_BACK)),
        Index(None, "alias_of"),
        # Learners who might be the same person are fetched by these.
        Index(None, "birth_date"),
        Index(None, "programme", "intake_year"),
    )
    learner: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    programme: Mapped[str]
    intake_year: Mapped[int]
    class_name: Mapped[str]
    account_number: Mapped[str]
    account_state: Mapped[str]
    opened_on: Mapped[date]
    alias_of: Mapped[str | None] = mapped_column(ForeignKey("learner.learner"))
    revision: Mapped[int]
    name: Mapped[str | None]
    document_kind: Mapped[str | None]
    document_number: Mapped[str | None]
    student_number: Mapped[str | None]
    name_as_typed: Mapped[str | None]
    latin_name: Mapped[str | None]
    former_name: Mapped[str | None]
    sex: Mapped[str | None]
    birth_date: Mapped[date | None]
    ethnic_group: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    address: Mapped[str | None]
    is_veteran: Mapped[bool | None]
    pinyin: Mapped[str | None]
    initials: Mapped[str | None]


class SearchKeyRow(TableRow):
    """One text by which a learner is found, folded; the primary key is the index that prefixes run on."""

    __tablename__ = "learner_search_key"
    __table_args__ = (Index(None, "learner"), {"sqlite_with_rowid": False})
    text: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(ForeignKey("learner.learner"), primary_key=True)
