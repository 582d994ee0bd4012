"""English source words and their translation, changeable while the program runs.

``tr("Save")`` gives `Words`: a string that remembers its source. ``say(label.setText, tr("Save"))`` sets it
now and again after every change of language, so a screen never has to list its texts twice. ``mark("…")``
only names a text for the catalogue; ``tr`` translates it later. Both take literals only (a test says so),
``.format()`` fills gaps, ``n=`` chooses the plural of ``%n``. The catalogue is kept by
``installer/update_translations.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

CONTEXT = "creditbank"
_SAID = "_words said, by setter"
"""Under which an object keeps what was said to it; no attribute of its own can be called so."""


class Language(StrEnum):
    """The languages of the desktop; the value is the name of the catalogue."""

    ENGLISH = "en"
    CHINESE = "zh_CN"


class Words(str):
    """A translated text that can be said again in another language."""

    __slots__ = ("_count", "_gaps", "_note", "_source")

    _source: str
    _note: str
    _count: int | None
    _gaps: dict[str, object] | None

    def __new__(
        cls, source: str, note: str = "", count: int | None = None, gaps: dict[str, object] | None = None
    ) -> Words:
        """Translate ``source`` into the language in force and fill its gaps."""
        text = QCoreApplication.translate(CONTEXT, source, note, -1 if count is None else count)
        if gaps is not None:
            said = {name: again(value) if isinstance(value, str) else value for name, value in gaps.items()}
            text = text.format(**said)
        words = super().__new__(cls, text)
        words._source, words._note, words._count, words._gaps = source, note, count, gaps
        return words

    def format(self, *args: object, **gaps: object) -> Words:
        """Return the text with its named gaps filled; positional gaps are not used."""
        if args:
            raise TypeError("gaps of a translated text have names")
        return Words(self._source, self._note, self._count, gaps)

    def again(self) -> Words:
        """Return the same text in the language that is in force now."""
        return Words(self._source, self._note, self._count, self._gaps)


def tr(source: str, *, note: str = "", n: int | None = None) -> Words:
    """Translate ``source``; ``note`` tells apart equal words of different meaning, ``n`` fills ``%n``."""
    return Words(source, note, n)


def mark(source: str) -> str:
    """Name ``source`` for the catalogue without translating it yet."""
    return source


def again(text: str) -> str:
    """Return ``text`` in the language in force, unchanged when it is no translated text."""
    return text.again() if isinstance(text, Words) else text


def say(setter: Callable[[str], object], text: str | Callable[[], str]) -> None:
    """Call ``setter`` (a bound method of a Qt object) with ``text`` now and after each change of language.

    A callable ``text`` is asked each time. Saying to the same setter again replaces what it said before.
    """
    owner: Any = getattr(setter, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError("say() needs a bound method of a Qt object")
    said: dict[str, tuple[Callable[[str], object], str | Callable[[], str]]]
    said = owner.__dict__.setdefault(_SAID, {})
    said[setter.__name__] = (setter, text)
    setter(str(text()) if callable(text) else str(text))


def say_again(root: QObject) -> None:
    """Repeat in the language in force what was said to ``root`` and everything below it."""
    for spoken in [root, *root.findChildren(QObject)]:
        if not isValid(spoken):
            continue
        for setter, text in list(getattr(spoken, "__dict__", {}).get(_SAID, {}).values()):
            setter(str(text()) if callable(text) else str(again(text)))


def system_language() -> Language:
    """Return Chinese where the system speaks Chinese, else English."""
    chinese = QLocale.system().language() is QLocale.Language.Chinese
    return Language.CHINESE if chinese else Language.ENGLISH


def switch_language(app: QApplication, language: Language, catalogues: Path) -> None:
    """Make ``app`` speak ``language`` from the ``*.qm`` files in folder ``catalogues``, open windows
    included.

    Raises FileNotFoundError when the catalogue is missing.
    """
    for old in app.findChildren(QTranslator, "catalogue"):
        app.removeTranslator(old)
        old.deleteLater()
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QLocale.setDefault(QLocale(language.value))
    _install(app, qt_folder / f"qtbase_{language.value}.qm", needed=False)
    _install(app, catalogues / f"{language.value}.qm", needed=True)
    app.setProperty("language", language.value)
    app.setProperty("catalogues", str(catalogues))
    for window in app.topLevelWidgets():
        say_again(window)


def current_language(app: QApplication) -> Language:
    """Return the language in force."""
    return Language(app.property("language") or Language.ENGLISH.value)


def _install(app: QApplication, catalogue: Path, *, needed: bool) -> None:
    """Install a catalogue from a copy of its bytes.

    Qt maps a file that it loads itself; the program would crash when an update writes it anew.
    """
    if not needed and not catalogue.exists():
        return
    data = catalogue.read_bytes()
    translator = Catalogue(data, app)
    if translator.load(data):
        app.installTranslator(translator)


class Catalogue(QTranslator):
    """A translator that keeps the bytes it reads from."""

    def __init__(self, data: bytes, parent: QObject) -> None:
        """Keep ``data`` as long as the translator lives."""
        super().__init__(parent)
        self.setObjectName("catalogue")
        self._data = data
