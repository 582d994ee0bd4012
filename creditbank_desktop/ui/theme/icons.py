"""The icons of the program: Tabler outlines, tinted with a colour role when they are drawn."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap, QPixmapCache

SEARCH_PREFIX = "icons"


class Icon(StrEnum):
    """Every icon that is shipped; the value is the file's name without ending."""

    ALERT_CIRCLE = "alert-circle"
    ALERT_TRIANGLE = "alert-triangle"
    ARCHIVE = "archive"
    BANK = "building-bank"
    CALENDAR = "calendar"
    CAMERA = "camera"
    CERTIFICATE = "certificate"
    CHART = "chart-bar"
    CHECK = "check"
    CHECKLIST = "checklist"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_CHECK = "circle-check"
    CLOCK = "clock"
    CLOUD_CHECK = "cloud-check"
    CLOUD_OFF = "cloud-off"
    CLOUD_UPLOAD = "cloud-upload"
    CLOUD_X = "cloud-x"
    COMMAND = "command"
    COPY = "copy"
    DEVICE = "device-laptop"
    DOWNLOAD = "download"
    EVALUATION = "rosette-discount-check"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_SEARCH = "file-search"
    FILE_TEXT = "file-text"
    FILTER = "filter"
    FIT_WIDTH = "arrow-autofit-width"
    FLASK = "flask"
    FOLDER = "folder"
    HISTORY = "history"
    INBOX = "inbox"
    INFO = "info-circle"
    KEY = "key"
    KEYBOARD = "keyboard"
    LANGUAGE = "language"
    LEARNER = "id-badge-2"
    LEARNERS = "users"
    LIST = "list-details"
    LOCK = "lock"
    LOGOUT = "logout"
    MAXIMIZE = "maximize"
    MESSAGE = "message"
    MOON = "moon"
    PAPERCLIP = "paperclip"
    PENCIL = "pencil"
    PLUS = "plus"
    PRINTER = "printer"
    PUBLICITY = "speakerphone"
    QR_CODE = "qrcode"
    REFRESH = "refresh"
    REPORT = "report"
    ROTATE_LEFT = "rotate"
    ROTATE_RIGHT = "rotate-clockwise"
    RUBBER_STAMP = "rubber-stamp"
    SAVE = "device-floppy"
    SCAN = "scan"
    SCHOOL = "school"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHIELD = "shield-lock"
    SITEMAP = "sitemap"
    SORT = "sort-descending"
    STACK = "stack-2"
    SUN = "sun"
    TEXT = "text-recognition"
    TRASH = "trash"
    UNDO = "arrow-back-up"
    UPLOAD = "upload"
    USER = "user"
    USER_CIRCLE = "user-circle"
    USER_PLUS = "user-plus"
    X = "x"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ZOOM_RESET = "zoom-reset"


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    file = QFile(f"{SEARCH_PREFIX}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"icon {name}")
    drawing = bytes(file.readAll().data())
    file.close()
    return drawing


def pixmap(icon: Icon, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return ``icon`` drawn in ``colour`` (#RRGGBB), ``size`` logical pixels square, sharp at ``ratio``."""
    pixels = max(1, round(size * ratio))
    key = f"{icon.value} {colour} {pixels} {ratio}"
    cached = QPixmap()
    if QPixmapCache.find(key, cached):
        return cached
    drawing = _drawing(icon.value).replace(b"currentColor", colour.encode())
    drawing = drawing.replace(b'stroke-width="2"', b'stroke-width="1.6"')
    drawing = drawing.replace(b'width="24" height="24"', f'width="{pixels}" height="{pixels}"'.encode())
    image = QImage.fromData(QByteArray(drawing))
    drawn = QPixmap.fromImage(image.scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio))
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def tinted(icon: Icon, colour: str, disabled: str, size: int) -> QIcon:
    """Return ``icon`` for a button: in ``colour``, and in ``disabled`` while it cannot be pressed."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(icon, colour, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(icon, disabled, size, ratio), QIcon.Mode.Disabled)
    return made
