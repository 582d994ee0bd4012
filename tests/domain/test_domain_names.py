"""Names: one written form, checks and masking."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditbank_desktop.domain.failures import Severity
from creditbank_desktop.domain.names import (
    LONGEST_NAME,
    check_latin_name,
    check_name,
    mask_name,
    normalise_name,
    split_surname,
)

han = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
han_names = st.text(han, min_size=2, max_size=6)
dots = st.sampled_from("・･•．‧․∙⋅·.")


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (" 张伟 ", "张伟"),
        ("张　伟", "张伟"),
        ("阿卜杜热合曼・麦麦提", "阿卜杜热合曼·麦麦提"),
        ("古丽娜尔•艾尔肯", "古丽娜尔·艾尔肯"),
        ("买买提．吐尔逊", "买买提·吐尔逊"),
        ("买买提 ‧ 吐尔逊", "买买提·吐尔逊"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("𬭎・𠅤", "𬭎·𠅤"),
        ("Ｚｈａｎｇ　Ｗｅｉ", "Zhang Wei"),
        ("Mu\u0308ller   Jo\u0308rg", "Müller Jörg"),
        ("J. Smith", "J. Smith"),
        ("\u2f42明", "文明"),
        ("张\u200b伟", "张伟"),
    ],
)
def test_names_have_one_written_form(raw, name):
    assert normalise_name(raw) == name


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing_more(raw):
    once = normalise_name(raw)
    assert normalise_name(once) == once


@given(han_names, dots, han_names)
def test_every_look_alike_between_han_becomes_the_separator(first, dot, second):
    assert normalise_name(f"{first}{dot}{second}") == f"{first}·{second}"


def test_all_sample_names_pass(shared_data):
    with (shared_data / "names.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 20
    for row in rows:
        assert check_name(row["name"]) == (), row["name"]
        assert check_latin_name(row["latin"]) == (), row["latin"]
        assert "*" in mask_name(row["name"])


@pytest.mark.parametrize(
    "name", ["李𬭎", "王㛃", "𰻞面", "\U000323af明", "Nguyễn Văn Ánh", "O'Brien", "扎西次仁", "〇明"]
)
def test_rare_and_foreign_names_pass(name):
    assert check_name(name) == ()


def test_fifty_characters_fit_and_too_many_do_not():
    assert check_name("张" * 50) == ()
    (problem,) = check_name("张" * (LONGEST_NAME + 1))
    assert (problem.code, problem.params) == ("name.too_long", {"most": 100, "length": 101})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ["name.empty"]),
        ("　 ", ["name.empty"]),
        ("张3", ["name.digit"]),
        ("张\x07伟", ["name.control"]),
        ("张\u202e伟", ["name.control"]),
        ("·张伟", ["name.separator"]),
        ("张伟·", ["name.separator"]),
        ("张@伟", ["name.character"]),
        ("张3@\x07伟", ["name.digit", "name.control", "name.character"]),
    ],
)
def test_bad_names_are_found_all_at_once(raw, expected):
    assert codes(check_name(raw, "learner.name")) == expected


def test_a_private_character_is_a_warning():
    (problem,) = check_name("欧阳\ue863")
    assert (problem.code, problem.severity) == ("name.private_use", Severity.WARNING)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("OUYANG Yan", []),
        ("", ["latin_name.empty"]),
        ("张 Wei", ["latin_name.character"]),
        ("Li 3", ["latin_name.character"]),
    ],
)
def test_latin_names(raw, expected):
    assert codes(check_latin_name(raw)) == expected


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("张伟", ("张", "伟")),
        ("欧阳䶮", ("欧阳", "䶮")),
        ("司马", ("司", "马")),
        ("买买提·吐尔逊", ("", "买买提·吐尔逊")),
    ],
)
def test_surnames_are_split_off(name, parts):
    assert split_surname(name) == parts


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张小三", "张*三"),
        ("张王小三", "张**三"),
        ("欧阳小三", "欧阳*三"),
        ("欧阳䶮", "欧阳*"),
        ("司马", "司*"),
        ("买买提·吐尔逊", "买**·**逊"),
        ("甲·乙", "甲·*"),
        ("Müller Jörg", "M***** J***"),
        ("李𬭎", "李*"),
        ("张", "*"),
    ],
)
def test_public_notices_mask_names(name, masked):
    assert mask_name(name) == masked


@given(
    st.one_of(
        han_names,
        st.builds("{}·{}".format, han_names, han_names),
        st.from_regex(r"[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}", fullmatch=True),
    )
)
def test_masks_hide_something_and_keep_the_length(name):
    masked = mask_name(name)
    assert "*" in masked
    assert len(masked) == len(name)
    assert all(shown in ("*", original) for shown, original in zip(masked, name, strict=True))
