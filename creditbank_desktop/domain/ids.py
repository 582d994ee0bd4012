"""The kinds of identifier, so that one cannot be passed for another."""

from __future__ import annotations

from typing import NewType

OperationId = NewType("OperationId", str)
"""UUIDv7 of one operation; never used for order."""
OfficeId = NewType("OfficeId", str)
"""UUIDv7 of an office."""
DeviceId = NewType("DeviceId", str)
"""UUIDv7 of an enrolled device; the central server is one as well."""
PersonId = NewType("PersonId", str)
"""UUIDv7 of a member of staff, or of the server acting by the calendar."""
LearnerId = NewType("LearnerId", str)
"""UUIDv7 of a learner; his credit account goes by the same key."""
ApplicationId = NewType("ApplicationId", str)
"""UUIDv7 of an application."""
LineId = NewType("LineId", str)
"""UUIDv7 of one outcome line of an application."""
EvidenceId = NewType("EvidenceId", str)
"""UUIDv7 of one piece of evidence; its bytes go by their SHA-256."""
EntryId = NewType("EntryId", str)
"""UUIDv7 of a ledger entry."""
PaperId = NewType("PaperId", str)
"""UUIDv7 of an issued paper."""
BlobHash = NewType("BlobHash", str)
"""SHA-256 of a file's bytes, 64 hexadecimal digits."""
ProgrammeCode = NewType("ProgrammeCode", str)
"""Six digits of the national catalogue, for example 530701."""
CourseCode = NewType("CourseCode", str)
"""The college's own code of a course."""
DisposalId = NewType("DisposalId", str)
"""UUIDv7 of one entry of the register of disposals."""
ReferenceId = NewType("ReferenceId", str)
"""UUID of one entry of an office's reference data, the same on every device."""
ProposalId = NewType("ProposalId", str)
"""UUIDv7 of a proposed change of reference data."""
