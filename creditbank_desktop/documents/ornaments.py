"""Drawn ornaments of official papers: guilloche frame and rosette, the crest, and the red seal."""

from __future__ import annotations

import math
from functools import lru_cache

from creditbank_desktop.documents.fonts import Face, Fonts
from creditbank_desktop.documents.layout import Colour, Group, Path, Rectangle, Role, Segment, Style, Text

_HALF_WAVE_HANDLE = 0.3642
"""Where the handles of a Bézier curve stand, as a part of half a wave, so that it follows a sine."""
_CIRCLE_HANDLE = 0.5523
_BAND_PT = 13.0
_WAVE_PT = 15.0

Point = tuple[float, float]


def circle(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """Return a closed circle around a point, in points."""
    handle = radius * _CIRCLE_HANDLE
    return (
        ("M", (x + radius, y)),
        ("C", (x + radius, y + handle, x + handle, y + radius, x, y + radius)),
        ("C", (x - handle, y + radius, x - radius, y + handle, x - radius, y)),
        ("C", (x - radius, y - handle, x - handle, y - radius, x, y - radius)),
        ("C", (x + handle, y - radius, x + radius, y - handle, x + radius, y)),
        ("Z", ()),
    )


def polygon(points: tuple[Point, ...]) -> tuple[Segment, ...]:
    """Return a closed shape through the points."""
    first, *rest = points
    return (("M", first), *(("L", point) for point in rest), ("Z", ()))


@lru_cache(maxsize=8)
def frame(width: float, height: float, margin: float, colours: tuple[Colour, Colour]) -> Group:
    """Return the frame of a page: a woven band between rules, and a square rosette in each corner.

    Args:
        width, height: the page in points.
        margin: distance of the band from the page's edge.
        colours: of the woven lines and of the rules.
    """
    weave, rule = colours
    inner = margin + _BAND_PT
    woven: list[Segment] = []
    for side in (margin + _BAND_PT / 2, height - margin - _BAND_PT / 2):
        woven += _woven_band(inner, width - inner, side, upright=False)
    for side in (margin + _BAND_PT / 2, width - margin - _BAND_PT / 2):
        woven += _woven_band(inner, height - inner, side, upright=True)
    corners: list[Segment] = []
    for x in (margin + _BAND_PT / 2, width - margin - _BAND_PT / 2):
        for y in (margin + _BAND_PT / 2, height - margin - _BAND_PT / 2):
            corners += _flower(x, y, _BAND_PT / 2 - 0.8)
    gap = 2.4
    return Group(
        (
            Path(tuple(woven), stroke=weave, line_pt=0.35),
            Path(tuple(corners), stroke=rule, line_pt=0.3),
            *_corner_boxes(width, height, margin, rule),
            Rectangle(margin, margin, width - 2 * margin, height - 2 * margin, stroke=rule, line_pt=0.8),
            Rectangle(inner, inner, width - 2 * inner, height - 2 * inner, stroke=rule, line_pt=0.4),
            Rectangle(
                inner + gap,
                inner + gap,
                width - 2 * inner - 2 * gap,
                height - 2 * inner - 2 * gap,
                stroke=rule,
                line_pt=1.1,
            ),
        )
    )


@lru_cache(maxsize=8)
def rosette(x: float, y: float, radius: float, colour: Colour) -> Group:
    """Return a large, faint rosette of turned waves around a point."""
    segments: list[Segment] = []
    for ring, lobes in ((1.0, 18), (0.66, 12), (0.36, 8)):
        for turn in range(6):
            segments += _lobed(x, y, radius * ring, lobes, turn / 6)
    return Group((Path(tuple(segments), stroke=colour, line_pt=0.3),))


@lru_cache(maxsize=8)
def crest(x: float, y: float, radius: float, colour: Colour) -> Group:
    """Return the mark of a credit bank: an old coin with its square hole above an open book."""
    r = radius
    hole = r * 0.13
    disc = (*circle(x, y, r * 0.84), *_book(x, y + r * 0.22, r * 0.52), *circle(x, y - r * 0.36, r * 0.3))
    coin = (
        *circle(x, y - r * 0.36, r * 0.24),
        *polygon(
            (
                (x - hole, y - r * 0.36 - hole),
                (x + hole, y - r * 0.36 - hole),
                (x + hole, y - r * 0.36 + hole),
                (x - hole, y - r * 0.36 + hole),
            )
        ),
    )
    return Group(
        (
            Path(circle(x, y, r), stroke=colour, line_pt=r * 0.035),
            Path(circle(x, y, r * 0.92), stroke=colour, line_pt=r * 0.018),
            Path(disc, fill=colour),
            Path(coin, fill=colour),
        )
    )


def seal(fonts: Fonts, centre: Point, texts: tuple[str, str], colour: Colour, radius: float = 56.0) -> Group:
    """Return a round seal: ring, star, the office's name along the ring and a line below the star.

    Args:
        fonts: for measuring.
        centre: in points.
        texts: along the ring, and below the star.
        colour: of ink.
        radius: of the ring's outer edge in points; 4.2 cm across is usual for an institution.
    """
    x, y = centre
    around, below = texts
    ring = 2.3
    items: list[Path | Text] = [
        Path(circle(x, y, radius - ring / 2), stroke=colour, line_pt=ring),
        Path(polygon(_star(x, y - radius * 0.06, radius * 0.26)), fill=colour),
    ]
    style = Style(Face.SERIF_BOLD, _ring_size(around, radius), colour)
    baseline = radius - ring - 3.0 - style.size_pt * 0.86
    sweep = min(math.radians(258), len(around) * style.size_pt * 1.28 / baseline)
    step = sweep / max(len(around) - 1, 1)
    for number, char in enumerate(around):
        angle = math.pi / 2 + sweep / 2 - number * step
        half = fonts.width_pt(char, style.face, style.size_pt) / 2
        at_x = x + baseline * math.cos(angle) - half * math.sin(angle)
        at_y = y - baseline * math.sin(angle) - half * math.cos(angle)
        items.append(Text(at_x, at_y, char, style, math.degrees(angle) - 90, Role.ARTEFACT))
    foot = Style(Face.SANS_BOLD, radius * 0.15, colour, radius * 0.01)
    width = fonts.width_pt(below, foot.face, foot.size_pt, foot.spacing_pt)
    items.append(Text(x - width / 2, y + radius * 0.65, below, foot, 0.0, Role.ARTEFACT))
    return Group(tuple(items))


def _ring_size(text: str, radius: float) -> float:
    """Return a type size at which the text fills at most three quarters of the ring."""
    return min(radius * 0.25, math.radians(258) * radius * 0.74 / (max(len(text), 1) * 1.16))


def _star(x: float, y: float, radius: float) -> tuple[Point, ...]:
    inner = radius * 0.382
    points = []
    for corner in range(10):
        angle = math.pi / 2 + corner * math.pi / 5
        length = inner if corner % 2 else radius
        points.append((x + length * math.cos(angle), y - length * math.sin(angle)))
    return tuple(points)


def _book(x: float, y: float, half: float) -> tuple[Segment, ...]:
    """Return two pages of an open book whose spine is at a point."""
    top, foot = y - half * 0.34, y + half * 0.56
    found: list[Segment] = []
    for side in (-1.0, 1.0):
        inner, outer = x + side * half * 0.07, x + side * half
        found += [
            ("M", (inner, top + half * 0.12)),
            (
                "C",
                (
                    x + side * half * 0.35,
                    top - half * 0.14,
                    x + side * half * 0.7,
                    top - half * 0.1,
                    outer,
                    top,
                ),
            ),
            ("L", (outer, foot - half * 0.12)),
            (
                "C",
                (
                    x + side * half * 0.7,
                    foot - half * 0.22,
                    x + side * half * 0.35,
                    foot - half * 0.24,
                    inner,
                    foot,
                ),
            ),
            ("Z", ()),
        ]
    return tuple(found)


def _woven_band(start: float, end: float, centre: float, *, upright: bool) -> list[Segment]:
    """Return pairs of crossing waves along one side, whole half-waves from corner to corner."""
    halves = 2 * round((end - start) / _WAVE_PT)
    height = _BAND_PT / 2 - 0.9
    found: list[Segment] = []
    for part, times in ((1.0, 1), (0.62, 1), (0.26, 1), (0.8, 2)):
        for sign in (1.0, -1.0):
            found += _wave((start, end), centre, (sign * part * height, times * halves), upright)
    return found


def _wave(span: Point, centre: float, shape: tuple[float, int], upright: bool) -> list[Segment]:
    """Return a cosine of ``shape`` (height, half-waves) as one Bézier curve from each crest to the
    next trough.
    """
    start, end = span
    level, halves = shape
    half = (end - start) / halves
    handle = half * _HALF_WAVE_HANDLE

    def place(along: float, across: float) -> Point:
        return (centre + across, along) if upright else (along, centre + across)

    found: list[Segment] = [("M", place(start, level))]
    for number in range(halves):
        a, b = start + number * half, start + (number + 1) * half
        curve = (*place(a + handle, level), *place(b - handle, -level), *place(b, -level))
        found.append(("C", tuple(round(number, 1) for number in curve)))
        level = -level
    return found


def _flower(x: float, y: float, radius: float) -> list[Segment]:
    found: list[Segment] = []
    for turn in range(3):
        found += _lobed(x, y, radius, 8, turn / 3)
    return found


def _lobed(x: float, y: float, radius: float, lobes: int, turn: float) -> list[Segment]:
    """Return a closed line that swings between a part of the radius and the whole of it."""
    count = lobes * 6
    middle, swing = radius * 0.72, radius * 0.28
    points = []
    for number in range(count):
        angle = 2 * math.pi * number / count
        length = middle + swing * math.cos(lobes * angle + 2 * math.pi * turn)
        points.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return _smooth(points)


def _smooth(points: list[Point]) -> list[Segment]:
    """Return a closed Catmull-Rom curve through the points."""
    count = len(points)
    found: list[Segment] = [("M", points[0])]
    for number in range(count):
        before, here, after, beyond = (points[(number + offset) % count] for offset in (-1, 0, 1, 2))
        curve = (
            here[0] + (after[0] - before[0]) / 6,
            here[1] + (after[1] - before[1]) / 6,
            after[0] - (beyond[0] - here[0]) / 6,
            after[1] - (beyond[1] - here[1]) / 6,
            *after,
        )
        found.append(("C", tuple(round(number, 1) for number in curve)))
    found.append(("Z", ()))
    return found


def _corner_boxes(width: float, height: float, margin: float, colour: Colour) -> tuple[Rectangle, ...]:
    far_x, far_y = width - margin - _BAND_PT, height - margin - _BAND_PT
    return tuple(
        Rectangle(x, y, _BAND_PT, _BAND_PT, stroke=colour, line_pt=0.4)
        for x in (margin, far_x)
        for y in (margin, far_y)
    )
