"""Builds the one style sheet of the program from colour roles and measures."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from creditbank_desktop.ui.theme.colours import Colours, Tint
from creditbank_desktop.ui.theme.measures import Measures

# Only properties that our own widgets set are matched. A bare "QLineEdit { }" would leak into the editors
# inside spin boxes and combo boxes, and a border on a spin box without buttons leaves an editor of one pixel.
_GROUNDS = """
QWidget[ground="window"], QMainWindow, QDialog { background: $window; }
QWidget[ground="card"] { background: $card; }
QFrame[kind="card"] { background: $card; border: 1px solid $hairline; border-radius: ${card_radius}px; }
QFrame[kind="rail"] { background: $card; border: 0; border-right: 1px solid $hairline; }
QFrame[kind="topbar"] { background: $card; border: 0; border-bottom: 1px solid $hairline; }
QFrame[kind="statusline"] { background: $card; border: 0; border-top: 1px solid $hairline; }
QFrame[kind="actionbar"] { background: transparent; border: 0; border-top: 1px solid $hairline; }
QFrame[kind="hairline"] { background: $hairline; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="note"] { background: $info_ground; border: 0; border-left: 3px solid $accent; border-radius:
  4px; }
QFrame[kind="popup"] { background: $card; border: 1px solid $control_border; border-radius: 8px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QToolTip { background: $text; color: $card; border: 0; padding: 4px 8px; font-size: ${secondary_px}px; }
"""

_WORDS = """
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${title_px}px; font-weight: 600; }
QLabel[kind="section"] { font-size: ${section_px}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="secondary"] { color: $secondary; }
QLabel[kind="small"] { color: $secondary; font-size: ${secondary_px}px; }
QLabel[kind="problem"] { color: $danger_ink; font-size: ${secondary_px}px; }
QLabel[kind="warning"] { color: $warning_ink; font-size: ${secondary_px}px; }
QLabel[kind="key"] { color: $secondary; background: $key_ground; border: 1px solid $hairline;
  border-radius: 4px; padding: 0 5px; font-size: ${secondary_px}px; }
QLabel[kind="plainkey"] { color: $secondary; font-size: ${secondary_px}px; }
QLabel[tone="neutral"] { color: $neutral_ink; background: $neutral_ground; }
QLabel[tone="info"] { color: $info_ink; background: $info_ground; }
QLabel[tone="success"] { color: $success_ink; background: $success_ground; }
QLabel[tone="warning"] { color: $warning_ink; background: $warning_ground; }
QLabel[tone="danger"] { color: $danger_ink; background: $danger_ground; }
QLabel[kind="chip"] { border-radius: 10px; padding: 1px 9px; font-size: ${secondary_px}px; }
QFrame[kind="message"] { border: 0; border-radius: 8px; }
QFrame[kind="message"][place="window"] { margin: 10px 14px 0 14px; }
QFrame[kind="message"][tone="neutral"] { background: $neutral_ground; }
QFrame[kind="message"][tone="info"] { background: $info_ground; }
QFrame[kind="message"][tone="success"] { background: $success_ground; }
QFrame[kind="message"][tone="warning"] { background: $warning_ground; }
QFrame[kind="message"][tone="danger"] { background: $danger_ground; }
QFrame[kind="message"] QLabel { background: transparent; }
"""

_BUTTONS = """
QPushButton[kind] { min-height: 32px; padding: 0 14px; border-radius: ${control_radius}px; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight:
  600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 0 13px; min-height: 30px; }
QPushButton[kind="primary"]:disabled { background: $neutral_ground; color: $disabled; border-color:
  $neutral_ground; }
QPushButton[kind="secondary"] { background: $card; color: $text; border: 1px solid $control_border; }
QPushButton[kind="secondary"]:hover { background: $hover; }
QPushButton[kind="secondary"]:pressed { background: $selection; }
QPushButton[kind="secondary"]:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px; }
QPushButton[kind="secondary"]:disabled { color: $disabled; border-color: $hairline; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border: 1px solid transparent; padding:
  0 8px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 30px; }
QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="pill"] { background: transparent; color: $text; border: 1px solid $hairline; border-radius:
  15px;
  min-height: 28px; padding: 0 12px; }
QPushButton[kind="pill"]:hover { background: $hover; }
QPushButton[kind="pill"]:checked { background: $selection; border-color: $accent; }
QPushButton[kind="pill"]:focus { border: 2px solid $accent; min-height: 26px; padding: 0 11px; }
QPushButton[kind="pill"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent; padding: 0;
  min-width: 30px; max-width: 30px; min-height: 30px; max-height: 30px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:checked { background: $selection; }
QPushButton[kind="icon"]:focus { border: 2px solid $accent; min-width: 28px; max-width: 28px;
  min-height: 28px; max-height: 28px; }
"""

_EDITORS = """
QLineEdit[editor="true"], QPlainTextEdit[editor="true"], QComboBox[editor="true"],
  QAbstractSpinBox[editor="true"] {
  background: $card; color: $text; border: 1px solid $control_border; border-radius: ${control_radius}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $secondary; }
QLineEdit[editor="true"], QComboBox[editor="true"], QAbstractSpinBox[editor="true"] {
  min-height: 32px; padding: 0 8px; }
QPlainTextEdit[editor="true"] { padding: 4px 5px; }
QLineEdit[editor="true"]:focus, QComboBox[editor="true"]:focus, QAbstractSpinBox[editor="true"]:focus {
  border: 2px solid $accent; min-height: 30px; padding: 0 7px; }
QPlainTextEdit[editor="true"]:focus { border: 2px solid $accent; padding: 3px 4px; }
QLineEdit[editor="true"][problem="error"], QComboBox[editor="true"][problem="error"],
QPlainTextEdit[editor="true"][problem="error"] { border-color: $danger_ink; }
QLineEdit[editor="true"][problem="warning"], QComboBox[editor="true"][problem="warning"],
QPlainTextEdit[editor="true"][problem="warning"] { border-color: $warning_ink; }
QLineEdit[editor="true"]:disabled, QComboBox[editor="true"]:disabled, QPlainTextEdit[editor="true"]:disabled {
  background: $window; color: $secondary; border-color: $hairline; }
QLineEdit[editor="true"]:read-only { background: $window; border-color: $hairline; }
QAbstractSpinBox[editor="true"]::up-button, QAbstractSpinBox[editor="true"]::down-button { width: 0; border:
  0; }
QComboBox[editor="true"]::drop-down { border: 0; width: 24px; }
QComboBox[editor="true"]::down-arrow { image: url(icons:mark-down-$look.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $control_border; outline: 0;
  padding: 4px; selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 6px; border-radius: 4px; }
QRadioButton, QCheckBox { spacing: 8px; background: transparent; min-height: 26px; }
QRadioButton::indicator, QCheckBox::indicator { width: 14px; height: 14px; border: 2px solid $control_border;
  background: $card; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; image:
  url(icons:mark-check-$look.svg); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: $hairline; }
QRadioButton:focus, QCheckBox:focus { color: $accent; }
"""

_LISTS = """
QTableView { background: $card; border: 0; outline: 0; gridline-color: transparent;
  selection-background-color: $selection; selection-color: $text; }
QHeaderView { background: $card; border: 0; }
QHeaderView::section { background: $card; color: $secondary; border: 0; border-bottom: 1px solid $hairline;
  padding: 0 10px; min-height: 32px; font-size: ${secondary_px}px; font-weight: 400; }
QListView { background: transparent; border: 0; outline: 0; }
QListView::item { min-height: 36px; padding: 0 8px; border-radius: ${control_radius}px; color: $text; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $text; }
QListView[kind="sections"]::item:disabled { color: $secondary; min-height: 26px; background: transparent; }
QMenu { background: $card; color: $text; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 6px; }
QGraphicsView { border: 0; background: $viewer_ground; }
QSplitter::handle { background: transparent; }
QProgressBar { background: transparent; border: 0; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: $accent; }
QProgressBar[kind="bar"] { background: $neutral_ground; border-radius: 3px; min-height: 6px; max-height: 6px;
  }
QProgressBar[kind="bar"]::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
"""

_RAIL = """
QPushButton[kind="rail"] { background: transparent; border: 1px solid transparent; border-radius: 8px; color:
  $text;
  text-align: left; padding: 0 10px; min-height: 36px; }
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"]:checked { background: $selection; font-weight: 600; }
QPushButton[kind="rail"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 34px; }
"""


def build_style_sheet(colours: Colours, measures: Measures) -> str:
    """Return the whole style sheet for ``colours`` and ``measures``."""
    gaps: dict[str, str] = {}
    for field in fields(colours):
        value = getattr(colours, field.name)
        if isinstance(value, Tint):
            gaps[f"{field.name}_ground"] = value.ground
            gaps[f"{field.name}_ink"] = value.ink
        else:
            gaps[field.name] = str(value)
    gaps.update({field.name: str(getattr(measures, field.name)) for field in fields(measures)})
    return Template(_GROUNDS + _WORDS + _BUTTONS + _EDITORS + _LISTS + _RAIL).substitute(gaps)
