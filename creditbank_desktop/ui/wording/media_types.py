"""Kinds of file, worded as people call them."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

MEDIA_TYPES: Mapping[str, str] = {
    "application/pdf": mark("a PDF"),
    "image/png": mark("a PNG picture"),
    "image/jpeg": mark("a JPEG picture"),
    "image/tiff": mark("a TIFF picture"),
    "image/gif": mark("a GIF picture"),
    "application/zip": mark("a ZIP archive or an office document"),
    "application/x-msdownload": mark("a program"),
    "unknown": mark("something else"),
}


def word_media_type(code: str) -> Words | str:
    """What a file is."""
    return tr(MEDIA_TYPES[code]) if code in MEDIA_TYPES else code
