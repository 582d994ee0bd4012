"""Chooses the typefaces of the desktop for the system that it runs on."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from creditbank_desktop.ui.theme.measures import MEASURES

# In order of wish; the first that the system has is taken, the others stay behind it for rare characters.
FAMILIES: dict[str, tuple[str, ...]] = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "Helvetica Neue"),
    "linux": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "DejaVu Sans"),
}
LAST_RESORT = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "HanaMinA", "HanaMinB")


def body_font(platform: str) -> QFont:
    """Return the body font for ``platform`` (as in ``sys.platform``), with fall-backs for rare characters."""
    wished = FAMILIES.get(platform, FAMILIES["linux"])
    present = set(QFontDatabase.families())
    chain = [family for family in (*wished, *LAST_RESORT) if family in present]
    font = QFont()
    if chain:
        font.setFamilies(list(dict.fromkeys(chain)))
    font.setPixelSize(MEASURES.body_px)
    # Half-pixel hinting tears CJK strokes apart at 125 and 150 %; light hinting keeps them even.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
