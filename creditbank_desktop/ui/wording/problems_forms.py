"""Problems that a form finds by itself, and problems with passphrases, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_FORMS: Mapping[str, str] = {
    "field.empty": mark("This field is needed."),
    "date.invalid": mark("“{text}” is no date. Write it like 2026-03-15 or 20260315."),
    "passphrase.empty": mark("Enter your passphrase."),
    "passphrase.wrong": mark(
        "This passphrase is not right. Check Caps Lock and the input method and try again."
    ),
    "passphrase.short": mark("Use at least {least} characters."),
    "passphrase.differs": mark("The two passphrases differ. Type the second one again."),
    "setup.digits": mark("Exactly {digits} digits are expected."),
    "setup.address": mark("An address begins with https://."),
}
