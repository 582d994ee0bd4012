"""Problems with the particulars of a learner, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_LEARNER: Mapping[str, str] = {
    "birth_date.differs": mark(
        "The date of birth differs from the one in the ID number. Compare both with the card."
    ),
    "sex.unknown": mark("Choose the sex from the list."),
    "ethnic_group.unknown": mark("Choose the ethnic group from the list."),
    "student_number.shape": mark("This is not how a student number looks. Check it."),
    "phone.shape": mark("This is not how a telephone number looks. Check it."),
    "email.shape": mark("This is not how an e-mail address looks. Check it."),
    "programme.empty": mark("Choose a programme."),
    "programme.unknown": mark("There is no programme {programme}. Choose one from the list."),
    "programme.closed": mark("The programme {programme} is closed and takes no learners. Choose another."),
    "intake_year.empty": mark("Enter the year of intake."),
    "learner.say_why_another": mark(
        "Somebody very much alike is on record. Take that one, or say why this is another person."
    ),
    "learner.same_document": mark(
        "A learner with this ID number is on record already: account {account}. Is it the same person?"
    ),
    "learner.same_student_number": mark(
        "A learner with this student number is on record already: account {account}. Is it the same person?"
    ),
}
