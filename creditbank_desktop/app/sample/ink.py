"""Writes text into images with the shipped fonts, each character in the first font that has it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import ImageDraw, ImageFont

from creditbank_desktop.documents.fonts import Face, Fonts

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How text is written: face, size in pixels, colour (a shade 0 to 255 in a grey image)."""

    face: Face
    size: int
    colour: Rgb | int = (34, 32, 30)


class Ink:
    """The fonts of one folder at every size asked for; `close` releases their files."""

    def __init__(self, folder: Path) -> None:
        """Take the fonts from ``folder`` (those that papers are printed with)."""
        self._folder = folder
        self._fonts = Fonts(folder)
        self._sizes: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def close(self) -> None:
        """Release the font files."""
        self._fonts.close()
        self._sizes.clear()

    def width(self, text: str, style: Style) -> float:
        """Return the width of ``text`` in pixels."""
        return self._fonts.width_pt(text, style.face, style.size)

    def write(self, draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, style: Style) -> None:
        """Write one line with its baseline beginning at ``place`` (x, y in pixels)."""
        x, y = place
        for run in self._fonts.runs(text, style.face):
            stroke = style.size / 40 if run.emboldened else 0
            font = self._font(run.typeface, style.size)
            draw.text((x, y), run.text, style.colour, font, anchor="ls", stroke_width=stroke)
            x += run.width * style.size / 1000

    def write_centred(
        self, draw: ImageDraw.ImageDraw, centre: tuple[float, float], text: str, style: Style
    ) -> None:
        """Write one line with the middle of its baseline at ``centre``."""
        x, y = centre
        self.write(draw, (x - self.width(text, style) / 2, y), text, style)

    def broken(self, text: str, style: Style, room: float) -> list[str]:
        """Return ``text`` cut into lines of at most ``room`` pixels; no line begins with closing marks."""
        lines, line = [], ""
        for character in text:
            if line and self.width(line + character, style) > room and character not in "，。；：、）》”":
                lines.append(line)
                line = ""
            line += character
        return [*lines, line] if line else lines

    def _font(self, name: str, size: int) -> ImageFont.FreeTypeFont:
        key = (name, size)
        if key not in self._sizes:
            self._sizes[key] = ImageFont.truetype(str(self._folder / f"{name}.ttf"), size)
        return self._sizes[key]
