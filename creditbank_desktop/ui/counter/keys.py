"""The keys of the counter in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creditbank_desktop.ui.i18n import tr

if TYPE_CHECKING:
    from creditbank_desktop.ui.counter.page import CounterPage


def list_keys(page: CounterPage) -> None:
    """Let the keys of ``page`` work and enter them in its table."""
    keys = page.shortcuts
    keys.add("Ctrl+F", tr("Find the learner"), page.find_learner, hint=True)
    keys.add_button(page.finder.register, hint=True)
    keys.add_button(page.finder.centre)
    keys.add_button(page.registration.alike.take)
    keys.add_button(page.registration.alike.following)
    keys.add("Ctrl+J", tr("Go to what waits"), page.show_waiting_list, hint=True)
    keys.add("Ctrl+B", tr("Next list of what waits"), page.finder.turn_basket)
    keys.add("F9", tr("Scan"), page.materials.scan, hint=True)
    keys.add("Ctrl+O", tr("Attach files"), page.materials.attach, hint=True)
    keys.add("Ctrl+Shift+V", tr("Attach what was copied"), page.materials.paste)
    keys.add("Ctrl+R", tr("Say why a duplicate may stand"), page.assessment.go_to_reason)
    keys.add("Ctrl+Shift+F", tr("Print the application form to be signed"), page.slips.print_form)
    keys.add_button(page.assessment.print_slip)
    page.trays.view.list_shortcuts(keys)
    keys.add("Ctrl+Shift+K", tr("All originals compared and given back"), page.materials.compare_originals)
    keys.add_note("O", tr("The original of the chosen file was compared and given back"))
    keys.add_note("Del", tr("Take the chosen file off the list"))
    keys.add_button(page.intake.submit, hint=True)
    keys.add(
        "F12", tr("Take what is offered for the field, or clear what was pre-filled"), page.intake.take_offer
    )
    keys.add("Shift+F12", tr("Take everything that is offered"), page.intake.take_offers)
    keys.add_note("Ctrl+M", tr("More or fewer fields"))
    keys.add_note("Alt+1", tr("Turn to an outcome (Alt+1 to Alt+9)"))
    for button in ((tabs := page.intake.tabs).proxy, tabs.add, tabs.copy, tabs.remove, tabs.undo):
        keys.add_button(button)
    keys.add_button(page.intake.discard)
    keys.add_button(page.intake.back)
    for act_button in page.case_view.buttons.values():
        keys.add_button(act_button)
    page.evidence.list_shortcuts(keys)
