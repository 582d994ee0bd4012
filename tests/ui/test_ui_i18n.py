"""Every word of the screens is translated, and changes while the program runs."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from creditbank_desktop.ui.i18n import Language, Words, mark, say, switch_language, tr
from creditbank_desktop.ui.theme.colours import Look
from installer import update_translations as catalogue
from tests.ui.ui_gallery import CATALOGUES


def test_no_text_of_the_screens_is_untranslated() -> None:
    found = catalogue.collect()
    merged = catalogue.merge(found, CATALOGUES, {})
    assert found.faults == []
    assert catalogue.unfinished(merged) == []


def test_the_catalogues_hold_what_the_sources_say_and_no_more() -> None:
    merged = catalogue.merge(catalogue.collect(), CATALOGUES, {})
    for language, areas in merged.items():
        stored = {
            path.stem: set(catalogue.read_catalogue(path)) for path in (CATALOGUES / language).glob("*.ts")
        }
        assert stored == {area: set(texts) for area, texts in areas.items()}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_compiled_catalogue_is_up_to_date(language: str, tmp_path: Path) -> None:
    merged = catalogue.merge(catalogue.collect(), CATALOGUES, {})
    catalogue.compile_catalogue(language, merged[language], tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == (CATALOGUES / f"{language}.qm").read_bytes()


def test_gaps_of_a_translation_are_those_of_its_source() -> None:
    for path in (CATALOGUES / "zh_CN").glob("*.ts"):
        for text, forms in catalogue.read_catalogue(path).items():
            for form in filter(None, forms):
                assert _gaps(form) == _gaps(text.source), text.source
                assert ("%n" in form) == ("%n" in text.source)


def test_chinese_sentences_have_full_width_punctuation() -> None:
    for path in (CATALOGUES / "zh_CN").glob("*.ts"):
        for text, forms in catalogue.read_catalogue(path).items():
            for form in forms:
                assert not form.endswith((".", "?", "!", ",")), f"{text.source}: {form}"


def test_an_f_string_is_found(tmp_path: Path) -> None:
    (tmp_path / "screen.py").write_text(
        'tr(f"Hello {name}")\nmark("%n files")\ntr("Save")\n', encoding="utf-8"
    )
    found = catalogue.collect(tmp_path)
    assert len(found.faults) == 2
    assert found.areas == {"general": {catalogue.Text("%n files"), catalogue.Text("Save")}}


def test_a_catalogue_survives_being_written_and_read(tmp_path: Path) -> None:
    texts = {
        catalogue.Text("Save"): ["保存"],
        catalogue.Text("Return", "of a file"): ["退回"],
        catalogue.Text("%n file(s)", counts=True): ["%n 件"],
        catalogue.Text("a < b & “c”"): [""],
    }
    catalogue.write_catalogue(tmp_path / "a.ts", "zh_CN", texts)
    assert catalogue.read_catalogue(tmp_path / "a.ts") == texts
    assert catalogue.unfinished({"zh_CN": {"a": texts}}) == ["zh_CN/a: a < b & “c”"]


@pytest.mark.usefixtures("dress")
def test_words_are_said_again_in_another_language(qtbot, qapp: QApplication) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label.setText, tr("Search"))
    say(label.setToolTip, lambda: f"{tr('Lock')}!")
    assert (label.text(), label.toolTip()) == ("Search", "Lock!")
    label.show()
    switch_language(qapp, Language.CHINESE, CATALOGUES)
    assert (label.text(), label.toolTip()) == ("搜索", "锁定!")
    switch_language(qapp, Language.ENGLISH, CATALOGUES)
    assert label.text() == "Search"


@pytest.mark.usefixtures("dress")
def test_filled_gaps_are_translated_too(qapp: QApplication) -> None:
    words = tr("The passphrase of {name} is: {passphrase}").format(name="李敏", passphrase=tr("Search"))
    switch_language(qapp, Language.CHINESE, CATALOGUES)
    assert isinstance(words, Words)
    assert words.again() == "李敏的口令：搜索"


def test_saying_needs_a_qt_object() -> None:
    with pytest.raises(TypeError):
        say(print, "Save")


def test_positional_gaps_are_refused() -> None:
    with pytest.raises(TypeError):
        tr(mark("Save")).format("x")


def test_a_missing_catalogue_is_named(qapp: QApplication, dress: object, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"zh_CN\.qm"):
        switch_language(qapp, Language.CHINESE, tmp_path)


def test_the_language_of_the_gallery_can_be_chosen(dress, qapp: QApplication) -> None:
    dress(Look.LIGHT, Language.CHINESE)
    assert qapp.property("language") == "zh_CN"


def _gaps(text: str) -> set[str]:
    from string import Formatter

    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_a_catalogue_that_is_written_anew_under_the_running_program_does_no_harm(
    dress, qapp: QApplication, tmp_path: Path
) -> None:
    for name in ("zh_CN.qm", "en.qm"):
        (tmp_path / name).write_bytes((CATALOGUES / name).read_bytes())
    switch_language(qapp, Language.CHINESE, tmp_path)
    before = str(tr("Learners"))
    (tmp_path / "zh_CN.qm").write_bytes(b"")
    gc.collect()
    assert str(tr("Learners")) == before
    assert before != "Learners"
