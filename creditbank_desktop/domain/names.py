"""Names of persons: one written form for matching, checks in words of the field, and masking for notices."""

from __future__ import annotations

import re
import unicodedata

from creditbank_desktop.domain.failures import Problem, Severity
from creditbank_desktop.domain.folding import fold_width

SEPARATOR = "\u00b7"
LONGEST_NAME = 100
"""Characters; the data dictionary asks for room for at least 50."""

# Signs that input methods and older systems put for the separator: katakana dot, its half-width form,
# bullet, full-width full stop, hyphenation point, one-dot leader, bullet operator, dot operator,
# runic and raised dots, full stop.
_LOOK_ALIKES = "\u30fb\uff65\u2022\uff0e\u2027\u2024\u2219\u22c5\u16eb\u2e33\ua78f."
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ue000-\uf8ff"
_DOT_BETWEEN_HAN = re.compile(
    rf"(?<=[{_HAN}\ufe00-\ufe0f\U000e0100-\U000e01ef])\s*[{_LOOK_ALIKES}{SEPARATOR}]+\s*(?=[{_HAN}])"
)
_SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_KANGXI_RADICAL = re.compile("[\u2f00-\u2fd5]")
_HAN_LETTER = re.compile(f"[{_HAN}]")
_PUNCTUATION_ALLOWED = frozenset(f" {SEPARATOR}'\u2019-.,")

_COMPOUND_SURNAMES = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台
皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘
子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐
段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 贯丘 公仪 公伯
司城 淳于 单于 达奚 哥舒 完颜 耶律 纳兰 叶赫 爱新 鄂伦 那拉
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND_SURNAMES.split())
"""Surnames of two characters, traditional list of the Hundred Surnames and those in use beside it."""


def normalise_name(raw: str) -> str:
    """Return the one written form of a name that is stored and compared; the raw input is kept beside it.

    NFC, trimmed, full-width Latin folded, radicals copied out of PDF files replaced by their characters,
    look-alikes of the separator between Chinese characters made U+00B7, spaces between Chinese
    characters (typed to align two-character names) dropped and other runs of spaces made one.
    Applying it twice changes nothing more.
    """
    text = _KANGXI_RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found.group()), raw)
    text = unicodedata.normalize("NFC", text)
    text = _DOT_BETWEEN_HAN.sub(SEPARATOR, text)
    text = unicodedata.normalize("NFC", fold_width(text))
    text = _DOT_BETWEEN_HAN.sub(SEPARATOR, " ".join(text.split()))
    return _SPACE_BETWEEN_HAN.sub("", text)


def check_name(raw: str, field: str = "name") -> tuple[Problem, ...]:
    """Return all that is wrong with a name, judged in its normalised form.

    Codes: ``name.empty``, ``name.too_long`` (most, length), ``name.digit``, ``name.control``,
    ``name.separator`` (at an end or doubled), ``name.character`` (characters: other signs);
    warning ``name.private_use`` (characters that every machine shows differently).
    """
    name = normalise_name(raw)
    if not name:
        return (Problem("name.empty", field),)
    found = []
    if len(name) > LONGEST_NAME:
        found.append(Problem("name.too_long", field, {"most": LONGEST_NAME, "length": len(name)}))
    categories = {character: unicodedata.category(character) for character in name}
    if any(category in ("Nd", "No") for category in categories.values()):
        found.append(Problem("name.digit", field))
    if any(category in ("Cc", "Cf", "Cs", "Zl", "Zp") for category in categories.values()):
        found.append(Problem("name.control", field))
    if name.startswith(SEPARATOR) or name.endswith(SEPARATOR) or SEPARATOR * 2 in name:
        found.append(Problem("name.separator", field))
    strange = "".join(c for c, category in categories.items() if not _is_of_a_name(c, category))
    if strange:
        found.append(Problem("name.character", field, {"characters": strange}))
    private = "".join(c for c, category in categories.items() if category == "Co")
    if private:
        found.append(Problem("name.private_use", field, {"characters": private}, Severity.WARNING))
    return tuple(found)


def check_latin_name(raw: str, field: str = "latin_name") -> tuple[Problem, ...]:
    """Return what is wrong with the Latin form of a name as English papers print it.

    Codes: ``latin_name.empty``, ``latin_name.too_long`` (most, length), ``latin_name.character``
    (characters).
    """
    name = normalise_name(raw)
    if not name:
        return (Problem("latin_name.empty", field),)
    found = []
    if len(name) > LONGEST_NAME:
        found.append(Problem("latin_name.too_long", field, {"most": LONGEST_NAME, "length": len(name)}))
    strange = "".join(dict.fromkeys(c for c in name if not _is_latin(c)))
    if strange:
        found.append(Problem("latin_name.character", field, {"characters": strange}))
    return tuple(found)


def split_surname(name: str) -> tuple[str, str]:
    """Return surname and given name of a Chinese name without a separator; ("", name) for any other name.

    A name of two characters always has a surname of one, also when both make a compound surname.
    """
    characters = _characters(normalise_name(name))
    if not characters or not all(_HAN_LETTER.match(character) for character in characters):
        return "", name
    surname_length = 2 if len(characters) > 2 and "".join(characters[:2]) in COMPOUND_SURNAMES else 1
    return "".join(characters[:surname_length]), "".join(characters[surname_length:])


def mask_name(name: str) -> str:
    """Return ``name`` as public notices show it, as many characters long and never in full.

    Chinese names keep the surname, compound ones whole, and the last character of a given name of two
    or more: 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧阳*三, 欧阳䶮 → 欧阳*. Names with the
    separator keep the very first and the very last character: 买买提·吐尔逊 → 买**·**逊. Other
    names keep the first letter of each word. A single character becomes a star.
    """
    normal = normalise_name(name)
    surname, given = split_surname(normal)
    if surname and given:
        hidden = _characters(given)
        last = hidden[-1] if len(hidden) > 1 else ""
        return surname + "*" * (len(hidden) - (1 if last else 0)) + last
    if SEPARATOR in normal and _HAN_LETTER.search(normal):
        return _mask_parts(normal)
    if len(_characters(normal)) == 1:
        return "*"
    return " ".join(_mask_word(word) for word in normal.split(" "))


def _mask_parts(name: str) -> str:
    characters = _characters(name)
    last = len(characters) - 1
    shown = [
        character if index in (0, last) or character == SEPARATOR else "*"
        for index, character in enumerate(characters)
    ]
    # With one character on each side nothing would be hidden.
    return "".join(shown) if "*" in shown else "".join(shown[:-1]) + "*"


def _mask_word(word: str) -> str:
    characters = _characters(word)
    if len(characters) == 1:
        return "*"
    return characters[0] + "*" * (len(characters) - 1)


def _characters(text: str) -> list[str]:
    """Split into base characters with the marks and variation selectors that follow them."""
    characters: list[str] = []
    for character in text:
        if characters and unicodedata.category(character).startswith("M"):
            characters[-1] += character
        else:
            characters.append(character)
    return characters


def _is_of_a_name(character: str, category: str) -> bool:
    if character in _PUNCTUATION_ALLOWED or _HAN_LETTER.match(character):
        return True
    # Digits and control characters are reported under their own codes.
    return category[0] in "LM" or category in ("Nd", "No", "Nl", "Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _is_latin(character: str) -> bool:
    if character in _PUNCTUATION_ALLOWED or unicodedata.category(character) == "Mn":
        return True
    return unicodedata.name(character, "").startswith("LATIN ")
