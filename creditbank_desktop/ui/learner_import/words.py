"""How the sheet of learners is worded, in one language or in all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from creditbank_desktop.services.views_import import ImportWords
from creditbank_desktop.ui.i18n import CONTEXT, Language, current_language, mark
from creditbank_desktop.ui.wording.ethnic_groups import ETHNIC_GROUPS
from creditbank_desktop.ui.wording.import_words import IMPORT_FIELDS, IMPORT_NOTES
from creditbank_desktop.ui.wording.names import DOCUMENT_KINDS, SEXES

Say = Callable[[str], str]
_TITLE, _PROBLEMS, _YES, _NO = mark("Learners"), mark("What is wrong"), mark("Yes"), mark("No")


def import_words() -> ImportWords:
    """Return the words of the language in force."""
    return _worded(lambda source: QCoreApplication.translate(CONTEXT, source))


def all_import_words() -> tuple[ImportWords, ...]:
    """Return the words of every language, the one in force first: a sheet may come from anybody."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    catalogues = Path(str(app.property("catalogues") or ""))
    here = current_language(app)
    others = (
        _catalogue(catalogues / f"{language.value}.qm") for language in Language if language is not here
    )
    return (import_words(), *(_worded(say) for say in others))


def _catalogue(path: Path) -> Say:
    translator = QTranslator()
    if not (path.is_file() and translator.load(path.read_bytes())):
        return str
    return lambda source: translator.translate(CONTEXT, source) or source


def _worded(say: Say) -> ImportWords:
    return ImportWords(
        title=say(_TITLE),
        labels={name: say(source) for name, source in IMPORT_FIELDS.items()},
        notes={name: say(source) for name, source in IMPORT_NOTES.items()},
        choices={
            "document_kind": {say(source): code for code, source in DOCUMENT_KINDS.items()},
            "sex": {say(source): code for code, source in SEXES.items()},
            "ethnic_group": {say(source): code for code, source in ETHNIC_GROUPS.items()},
            "is_veteran": {say(_YES): "yes", say(_NO): "no"},
        },
        problems=say(_PROBLEMS),
    )
