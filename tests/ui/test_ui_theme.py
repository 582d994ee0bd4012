"""Both looks can be read, every icon is there, and the style sheet avoids the traps that are known."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from creditbank_desktop.ui.theme.appearance import apply_look, build_palette, current_colours, current_look
from creditbank_desktop.ui.theme.colours import DARK, LIGHT, Colours, Look, Tone, contrast
from creditbank_desktop.ui.theme.icons import Icon, pixmap
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.theme.stylesheet import build_style_sheet
from tests.ui.ui_gallery import ICONS

LOOKS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.mark.parametrize("colours", LOOKS)
def test_text_has_a_contrast_of_four_and_a_half(colours: Colours) -> None:
    grounds = (colours.window, colours.card, colours.selection, colours.hover, colours.key_ground)
    pairs = [(ink, ground) for ink in (colours.text, colours.secondary) for ground in grounds]
    pairs += [(colours.tint(tone).ink, colours.tint(tone).ground) for tone in Tone]
    pairs += [(colours.text, colours.tint(tone).ground) for tone in Tone]
    pairs += [(colours.secondary, colours.info.ground)]
    pairs += [(colours.danger.ink, colours.card), (colours.warning.ink, colours.card)]
    pairs += [(colours.accent, colours.card), (colours.accent, colours.hover)]
    pairs += [(colours.on_accent, g) for g in (colours.accent, colours.accent_hover, colours.accent_pressed)]
    assert [(i, g, round(contrast(i, g), 2)) for i, g in pairs if contrast(i, g) < 4.5] == []


@pytest.mark.parametrize("colours", LOOKS)
def test_controls_have_a_contrast_of_three(colours: Colours) -> None:
    pairs = [(colours.control_border, ground) for ground in (colours.card, colours.window, colours.hover)]
    pairs += [(colours.accent, g) for g in (colours.card, colours.window, colours.selection)]
    pairs += [(tint.ink, colours.card) for tint in (colours.danger, colours.warning)]
    assert [(i, g, round(contrast(i, g), 2)) for i, g in pairs if contrast(i, g) < 3.0] == []


def test_the_contrast_of_black_and_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_icon_has_a_file_and_every_file_an_icon() -> None:
    files = {path.stem for path in ICONS.glob("*.svg") if not path.stem.startswith("mark-")}
    assert files == {icon.value for icon in Icon}


def test_the_marks_that_the_style_sheet_names_are_there() -> None:
    for colours in (LIGHT, DARK):
        named = set(re.findall(r"url\(icons:([\w-]+\.svg)\)", build_style_sheet(colours, MEASURES)))
        assert named
        assert [name for name in named if not (ICONS / name).is_file()] == []


@pytest.mark.usefixtures("dress")
def test_an_icon_is_drawn_in_the_colour_that_was_asked_for() -> None:
    image = pixmap(Icon.CHECK, "#FF0000", 24, 2.0).toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha()
    }
    assert "#ff0000" in colours
    assert (image.width(), image.height()) == (48, 48)


def test_no_rule_of_the_style_sheet_leaks_into_editors_inside_other_widgets() -> None:
    for selector in re.findall(r"([^{}]+)\{", build_style_sheet(LIGHT, MEASURES)):
        for part in selector.split(","):
            last = part.strip().split()[-1] if part.strip() else ""
            bare = last in (
                "QLineEdit",
                "QSpinBox",
                "QAbstractSpinBox",
                "QComboBox",
                "QPlainTextEdit",
                "QWidget",
            )
            assert not bare, f"{part.strip()!r} reaches every such widget"


@pytest.mark.usefixtures("dress")
def test_the_look_switches_while_the_program_runs(qapp: QApplication) -> None:
    apply_look(qapp, Look.DARK)
    assert (current_look(), current_colours()) == (Look.DARK, DARK)
    apply_look(qapp, Look.LIGHT)
    assert (current_look(), current_colours()) == (Look.LIGHT, LIGHT)


def test_the_palette_reads_selected_text_in_the_text_colour() -> None:
    palette = build_palette(DARK)
    assert palette.highlightedText().color().name().upper() == DARK.text
