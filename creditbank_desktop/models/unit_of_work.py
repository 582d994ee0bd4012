"""The unit of work: everything that one write transaction may do."""

from __future__ import annotations

from creditbank_desktop.models.desk_writer import DeskWriter
from creditbank_desktop.models.sync_writer import SyncWriter


class UnitOfWork(DeskWriter, SyncWriter):
    """Reads and writes in one transaction on the writer thread; leaving by an exception undoes all of it.

    Main entry: `record` (own operations). See `desk_writer` for drafts, settings and numbers, `sync_writer`
    for what synchronisation keeps, `Reader` for every query.
    """
