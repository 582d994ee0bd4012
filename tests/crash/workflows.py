"""All workflows by name: whoever adds one adds a line here."""

from __future__ import annotations

from tests.crash.desk_workflow import DESK
from tests.crash.import_workflow import IMPORTING
from tests.crash.office_workflows import RESTORING
from tests.crash.scan_workflow import SCANNING
from tests.crash.store_workflows import BACKING_UP, MIGRATING, POSTING
from tests.crash.workflow import Workflow

ALL: tuple[Workflow, ...] = (DESK, POSTING, MIGRATING, BACKING_UP, RESTORING, IMPORTING, SCANNING)
WORKFLOWS: dict[str, Workflow] = {workflow.name: workflow for workflow in ALL}
