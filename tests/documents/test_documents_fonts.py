"""Every character finds a shipped font or is named as missing, and Latin words keep one design."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from creditbank_desktop.documents.fonts import CHAINS, Face, Fonts, normalise
from creditbank_desktop.documents.typefaces import Typeface
from creditbank_desktop.domain.failures import EnvironmentFault, Refused

GB18030_2022 = (
    (0x3400, 0x4DB5),
    (0x4E00, 0x9FEF),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
)
UNDRAWN = "\U00030000"
"""An ideograph of Extension G that none of the shipped fonts has."""


def test_the_fonts_stay_small_and_are_the_ones_that_were_built(resources: Path) -> None:
    folder = resources / "fonts"
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = sorted(folder.glob("*.ttf"))
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == sums
    assert sum(file.stat().st_size for file in files) < 60_000_000
    assert {link.typeface for chain in CHAINS.values() for link in chain} == {file.stem for file in files}


def test_every_sample_name_is_drawn(fonts: Fonts, sample_names: list[tuple[str, str]]) -> None:
    assert [name for pair in sample_names for name in pair if fonts.missing_characters(name)] == []


def test_no_ideograph_of_the_national_standard_is_missing(fonts: Fonts) -> None:
    text = "".join(chr(code) for first, last in GB18030_2022 for code in range(first, last + 1))
    assert len(text) == 87_875
    assert fonts.missing_characters(text) == ()


def test_a_character_without_a_font_is_reported_once_and_refused(fonts: Fonts) -> None:
    assert fonts.missing_characters(f"王{UNDRAWN}小{UNDRAWN}\t") == (UNDRAWN, "\t")
    with pytest.raises(Refused) as refusal:
        fonts.runs(f"王{UNDRAWN}", Face.SERIF)
    assert refusal.value.params == {"characters": UNDRAWN}


def test_variation_selectors_and_joiners_are_not_missing(fonts: Fonts) -> None:
    assert fonts.missing_characters("葛\U000e0100城\u200d") == ()
    assert normalise("葛\U000e0100城\u200d") == "葛城"


@pytest.mark.parametrize("face", Face)
def test_latin_words_never_mix_designs(fonts: Fonts, face: Face) -> None:
    for word in ("Ṣalāḥ", "Ğül", "Nguyễn", "Dvořák", "O’Brien", "Łódź", "Ṱshivenḓa"):
        (run,) = fonts.runs(word, face)
        assert run.typeface.startswith(("NotoSerif", "NotoSans"))
        assert not run.emboldened


def test_rare_ideographs_fall_to_the_next_font_alone(fonts: Fonts) -> None:
    assert [(run.typeface, run.text) for run in fonts.runs("赵𪀀一", Face.SERIF)] == [
        ("NotoSerifSC-Regular", "赵"),
        ("RareHanB", "𪀀"),
        ("NotoSerifSC-Regular", "一"),
    ]
    assert [run.emboldened for run in fonts.runs("赵𪀀", Face.SERIF_BOLD)] == [False, True]


def test_quotation_marks_are_wide_in_chinese_and_narrow_in_english(fonts: Fonts) -> None:
    assert fonts.width_pt("“学”", Face.SERIF, 10) == pytest.approx(30)
    assert fonts.width_pt("“credit”", Face.SERIF, 10) < fonts.width_pt("credit", Face.SERIF, 10) + 12


def test_text_is_measured_composed(fonts: Fonts) -> None:
    assert fonts.width_pt("Nguye\u0302\u0303n", Face.SERIF, 10) == fonts.width_pt("Nguyễn", Face.SERIF, 10)
    spaced = fonts.width_pt("学分", Face.SERIF, 10, 3)
    assert spaced == pytest.approx(23)


def test_a_font_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "NotoSerifSC-Regular.ttf").write_bytes(b"not a font")
    for face in (Face.SERIF, Face.SANS):
        with pytest.raises(EnvironmentFault) as fault:
            Fonts(tmp_path).runs("学", face)
        assert fault.value.code == "font_unreadable"


def test_a_subset_is_a_font_of_its_own(resources: Path, tmp_path: Path) -> None:
    whole = Typeface(resources / "fonts" / "NotoSerifSC-Regular.ttf")
    glyphs = [whole.glyph(ord(char)) for char in "学分 a"]
    outlines = [whole.outline(glyph) for glyph in glyphs]
    assert outlines[2] == b""
    program = whole.subset(glyphs)
    assert program == whole.subset(glyphs)
    assert len(program) < 4000
    assert all(outline in program for outline in outlines)
    whole.close()


def test_asking_for_missing_characters_loads_no_pdf_machinery(resources: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from creditbank_desktop.documents.fonts import Fonts\n"
        "assert Fonts(pathlib.Path(sys.argv[1])).missing_characters('欧阳䶮') == ()\n"
        "assert not {'reportlab', 'segno', 'fontTools'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(resources / "fonts")], check=True, timeout=60)
