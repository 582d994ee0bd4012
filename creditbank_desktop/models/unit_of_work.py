"""The unit of work: everything that one write transaction may do."""

from __future__ import annotations

from creditbank_desktop.models.import_writer import ImportWriter
from creditbank_desktop.models.restored_writer import RestoredWriter


class UnitOfWork(RestoredWriter, ImportWriter):
    """Reads and writes in one transaction on the writer thread; leaving by an exception undoes all of it.

    Main entry: `record` (own operations). See `desk_writer` for drafts, settings and numbers, `sync_writer`
    for what synchronisation keeps, `restored_writer` for what goes on from a copy, `import_writer` for
    learners by the thousand, `Reader` for every query.
    """
