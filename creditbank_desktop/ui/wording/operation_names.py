"""What an operation did, in the words of the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creditbank_desktop.ui.i18n import Words, mark, tr
from creditbank_desktop.ui.wording.registry_names import speaks_english

OPERATIONS: Mapping[str, str] = {
    "account.state_changed": mark("account opened or closed"),
    "application.accepted": mark("accepted"),
    "application.act_undone": mark("step undone"),
    "application.appeal_decided": mark("appeal decided"),
    "application.appeal_filed": mark("appeal filed"),
    "application.approved": mark("approved"),
    "application.archived": mark("archived"),
    "application.evaluated": mark("evaluated"),
    "application.evidence_added": mark("evidence added"),
    "application.originals_compared": mark("compared with the originals, which went back"),
    "application.lapsed": mark("lapsed"),
    "application.line_restored": mark("withdrawal of an outcome taken back"),
    "application.line_withdrawn": mark("outcome withdrawn"),
    "application.materials_reviewed": mark("materials reviewed"),
    "application.not_accepted": mark("not accepted"),
    "application.notified": mark("result delivered"),
    "application.objection_filed": mark("objection filed"),
    "application.objection_settled": mark("objection settled"),
    "application.panel_decided": mark("panel decided"),
    "application.partly_supplemented": mark("part of the supplement handed in"),
    "application.promise_moved": mark("promised date moved"),
    "application.publicity_ended": mark("publicity ended"),
    "application.published": mark("published"),
    "application.received": mark("taken in"),
    "application.returned": mark("returned"),
    "application.scans_disposed": mark("scans disposed of"),
    "application.review_started": mark("review begun"),
    "application.revoked": mark("revoked"),
    "application.second_evaluated": mark("second evaluation"),
    "application.signed": mark("signed"),
    "application.supplement_extended": mark("supplement extended"),
    "application.supplement_requested": mark("supplement asked for"),
    "application.supplemented": mark("supplement handed in"),
    "application.withdrawn": mark("withdrawn"),
    "device.enrolled": mark("computer enrolled"),
    "device.renamed": mark("computer renamed"),
    "device.withdrawn": mark("computer withdrawn"),
    "disposal.carried_out": mark("disposal carried out"),
    "disposal.decided": mark("disposal decided"),
    "disposal.proposed": mark("disposal proposed"),
    "learner.aliased": mark("learners merged"),
    "learner.brought": mark("learner brought from another office"),
    "learner.corrected": mark("learner corrected"),
    "learner.correction_declined": mark("correction declined"),
    "learner.correction_requested": mark("correction asked for"),
    "learner.disposed": mark("learner disposed of"),
    "learner.registered": mark("learner registered"),
    "learner.unaliased": mark("learners parted"),
    "learner.unregistered": mark("registration taken back"),
    "ledger.brought": mark("entries brought from another office"),
    "ledger.posted": mark("credits posted"),
    "number_block.allotted": mark("numbers allotted"),
    "office.configured": mark("office card changed"),
    "paper.copied": mark("paper copied"),
    "paper.issued": mark("paper issued"),
    "paper.voided": mark("paper voided"),
    "person.changed": mark("person changed"),
    "person.enrolled": mark("person enrolled"),
    "person.renamed": mark("person renamed"),
    "reference.changed": mark("reference data changed"),
    "reference.proposed": mark("change of reference data proposed"),
    "reference.settled": mark("change of reference data settled"),
    "reference.undone": mark("change of reference data undone"),
    "reference.withdrawn": mark("change of reference data withdrawn"),
}


def word_operation(code: str) -> Words | str:
    """What an operation of that type did."""
    return tr(OPERATIONS[code]) if code in OPERATIONS else code


def word_operations(codes: Sequence[str]) -> str:
    """What several operations did, one after the other."""
    between = ", " if speaks_english() else "、"
    return between.join(str(word_operation(code)) for code in codes)
