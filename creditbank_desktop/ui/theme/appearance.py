"""Puts a look on the running program and tells widgets which colours are in force."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from creditbank_desktop.ui.theme.colours import DARK, LIGHT, Colours, Look, colours_for
from creditbank_desktop.ui.theme.fonts import body_font
from creditbank_desktop.ui.theme.icons import SEARCH_PREFIX
from creditbank_desktop.ui.theme.measures import MEASURES
from creditbank_desktop.ui.theme.stylesheet import build_style_sheet


def start_appearance(app: QApplication, icons: Path, look: Look | None = None) -> None:
    """Dress ``app`` for the first time: Fusion, fonts of this system, icons from folder ``icons``.

    Without ``look`` the system's own choice of light or dark is followed.
    """
    QDir.setSearchPaths(SEARCH_PREFIX, [str(icons)])
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(body_font(sys.platform))
    apply_look(app, look or system_look())


def system_look() -> Look:
    """Return the look that the system asks for, light where it says nothing."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Look.DARK if dark else Look.LIGHT


def apply_look(app: QApplication, look: Look) -> None:
    """Switch every open window to ``look``; widgets that draw themselves are told by ``PaletteChange``."""
    colours = colours_for(look)
    app.setPalette(build_palette(colours))
    app.setStyleSheet(build_style_sheet(colours, MEASURES))


def current_look() -> Look:
    """Return the look that is in force."""
    return current_colours().look


def current_colours(widget: QWidget | None = None) -> Colours:
    """Return the colour roles in force, read back from the palette so that there is one truth."""
    palette = widget.palette() if widget is not None else QGuiApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def build_palette(colours: Colours) -> QPalette:
    """Return the palette that Fusion draws with."""
    role = QPalette.ColorRole
    values = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.card,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.secondary,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger.ink,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.card,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Mid: colours.hairline,
        role.Midlight: colours.hairline,
        role.Light: colours.card,
        role.Dark: colours.control_border,
        role.Shadow: colours.control_border,
    }
    palette = QPalette()
    for name, value in values.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    return palette
