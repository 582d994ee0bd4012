"""Problems with scans and attached files, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_FILES: Mapping[str, str] = {
    "scan.empty": mark("{name} is empty (0 bytes). Scan it again."),
    "scan.too_large": mark(
        "{name} has {megabytes} MB; at most {most} are possible. Scan it at a lower resolution."
    ),
    "scan.kind": mark("{name} is neither a PDF nor an image. Choose another file."),
    "scan.missing": mark("{name} is no longer there. Choose it again."),
    "scan.not_a_file": mark("{name} is not a file. Choose a file."),
    "scan.unreadable": mark("{name} cannot be read: {reason}."),
    "scan.misnamed": mark("{name} ends in {suffix} but holds {media_type}. Check that it is the right file."),
    "evidence.empty": mark("{name} is empty (0 bytes). Scan it again."),
    "evidence.too_big": mark("{name} is too big. Scan it at a lower resolution."),
    "evidence.kind": mark("{name} is neither a PDF nor an image. Choose another file."),
    "evidence.not_what_it_says": mark(
        "{name} says that it is {named} but holds {found}. Choose the right file."
    ),
    "evidence.damaged": mark("{name} is damaged. Scan it again."),
    "evidence.unreadable": mark("{name} cannot be read. Check that it is still there."),
    "evidence.too_many_pixels": mark(
        "{name} has {width} × {height} pixels, more than can be shown. Scan it at a lower resolution."
    ),
    "text.no_picture": mark("The text of this page cannot be read: it is no picture."),
    "text.too_slow": mark("Reading the text of this page took too long. Type the fields."),
    "text.failed": mark("The text of this page could not be read. Type the fields."),
    "file.too_large": mark("{name} is too large: at most {megabytes} MB can be read."),
}
