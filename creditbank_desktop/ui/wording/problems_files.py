"""Problems with scans and attached files, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

PROBLEMS_FILES: Mapping[str, str] = {
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
    "evidence.bomb": mark(
        "{name} unpacks to more than this computer can hold. It is not taken; scan the paper instead."
    ),
    "evidence.too_slow": mark("{name} takes too long to open. It is not taken; scan the paper instead."),
    "evidence.too_many_pages": mark("{name} has {pages} pages, more than {most}. Take it in parts."),
    "evidence.protected": mark(
        "{name} asks for a password. Save it without one, or print it and scan the print."
    ),
    "evidence.no_pages": mark("{name} has no pages. Choose another file."),
    "scan.dpi": mark("Choose between {least} and {most} dots per inch."),
    "scan.folder": mark("The folder {path} is not there. Choose another one."),
    "scan.crop": mark("That cuts away nearly everything. Draw a larger frame."),
    "scan.too_many_edits": mark("A page can be changed {most} times. Take some changes back first."),
    "scan.no_pages": mark("There is no page to put together. Scan one first."),
    "scan.no_material": mark("Say what these pages are before they are put together."),
    "scan.document_too_big": mark(
        "Together the pages have {size_mb} MB; at most {most_mb} are possible. Split the document."
    ),
    "scan.unbound": mark("{pages} scanned pages belong to no material yet. Assign or delete them."),
    "text.no_picture": mark("The text of this page cannot be read: it is no picture."),
    "text.too_slow": mark("Reading the text of this page took too long. Type the fields."),
    "text.failed": mark("The text of this page could not be read. Type the fields."),
    "file.too_large": mark("{name} is too large: at most {megabytes} MB can be read."),
}
