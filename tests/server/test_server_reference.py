"""Reference data on the server: four eyes hold against any client, and the calendar is the office's own."""

from __future__ import annotations

from datetime import timedelta

from creditbank_desktop.domain.ids import ProposalId
from creditbank_desktop.domain.operations.reference_bodies import (
    ReferenceChanged,
    ReferenceProposed,
    ReferenceSettled,
)
from creditbank_desktop.domain.reference import ReferenceChange
from creditbank_server.clocks import SettableClock
from creditbank_server.embedded import EmbeddedServer
from tests.server.office_desk import OfficeDesk, states, types_of


def change(kind: str, key: str, *, creates: bool = False, **fields: str) -> ReferenceChange:
    return ReferenceChange(kind, key, fields, dict.fromkeys(fields, ""), 0, creates)


def proposed(desk: OfficeDesk, *changes: ReferenceChange) -> ProposalId:
    proposal = ProposalId(desk.ids.new_id())
    desk.write(ReferenceProposed(proposal, changes), "admin")
    return proposal


def codes(desk: OfficeDesk) -> list[str]:
    return [result.code for result in desk.push().results]


def test_no_client_gets_round_the_second_person(desk: OfficeDesk) -> None:
    desk.push()
    deciding = change("certificate", "cet4", credits="9")
    desk.write(ReferenceChanged((deciding,)), "admin")
    invented = change(
        "contest", "mine", creates=True, name_zh="甲", organiser_kind="school", level="national"
    )
    desk.write(ReferenceChanged((invented,)), "admin")
    proposal = proposed(desk, deciding)
    desk.write(ReferenceSettled(proposal, True, "", (0,)), "admin")
    desk.write(ReferenceSettled(proposal, True, "", ()), "academic")
    desk.write(ReferenceChanged((change("certificate", "cet4", magic="1"),)), "admin")
    desk.write(ReferenceChanged((change("from_the_future", "x", name_zh="1"),)), "admin")
    desk.write(ReferenceSettled(ProposalId(desk.ids.new_id()), True), "academic")
    answer = desk.push()
    assert [result.code for result in answer.results] == [
        "reference.needs_second_person",
        "reference.needs_second_person",
        "",
        "reference.own_proposal",
        "reference.bad_value",
        "reference_field.unknown",
        "reference_kind.unknown",
        "reference_proposal.unknown",
    ]
    assert states(answer)[4:] == ["rejected", "held", "held", "held"]
    desk.write(ReferenceSettled(proposal, True, "", (0,)), "academic")
    assert states(desk.push()) == ["accepted"]


def test_a_settlement_that_came_first_waits_for_its_proposal(desk: OfficeDesk) -> None:
    desk.push()
    proposal = ProposalId(desk.ids.new_id())
    desk.write(ReferenceSettled(proposal, False, "no"), "academic")
    assert states(desk.push()) == ["held"]
    desk.write(ReferenceProposed(proposal, (change("deadline", "intake", days="6"),)), "admin")
    assert states(desk.push()) == ["accepted"]
    assert types_of(desk.pull())[-2:] == ["reference.proposed", "reference.settled"]


def test_silence_goes_by_the_deadlines_and_holidays_of_the_office(
    desk: OfficeDesk, clock: SettableClock, server: EmbeddedServer
) -> None:
    holidays = [
        change(
            "holiday",
            (desk.day + timedelta(days=passed)).isoformat(),
            creates=True,
            date=(desk.day + timedelta(days=passed)).isoformat(),
            day_kind="holiday",
            source="published",
        )
        for passed in range(1, 8)
    ]
    proposal = proposed(desk, change("deadline", "intake", days="8"), *holidays)
    desk.write(ReferenceSettled(proposal, True, "", (0,) * 8), "academic")
    desk.received()
    assert set(states(desk.push())) == {"accepted"}
    clock.advance(timedelta(days=16))
    server.central.jobs.settle(desk.office)
    assert types_of(desk.pull())[-1] == "application.received"
    clock.advance(timedelta(days=5))
    server.central.jobs.settle(desk.office)
    assert "application.accepted" in types_of(desk.pull())
