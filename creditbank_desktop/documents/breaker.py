"""Breaks paragraphs into lines by the Chinese rules of punctuation, keeping Latin words and numbers whole.

The classes of marks follow GB/T 15834 (general rules for punctuation) and the W3C note on Chinese
layout (clreq).
"""

from __future__ import annotations

import re
from collections.abc import Callable

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕］｝”’…—·,.;:?!)]}%％‰℃°〗〙〞々ー～")
"""No line begins with one of these."""
NEVER_LAST = frozenset("（《〈「『【〔［｛“‘([{〖〘￥¥$#№")
"""No line ends with one of these."""

_IDEOGRAPH = (
    "\u2e80-\u2fff\u3003\u3005-\u3007\u3012-\u3013\u3020-\u30ff\u3100-\u9fff"
    "\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD_CHARACTER = re.compile(f"[^\\s{_IDEOGRAPH}\u2010-\u206f\u3000-\u303f\uff00-\uffef]")

Measure = Callable[[str], float]
_SURELY_FITS = 0.85
"""Up to this part of the room the sum of the pieces is trusted; beyond it the line is measured as a whole."""


def break_lines(
    text: str, width_pt: float, measure: Measure, first_indent_pt: float = 0.0
) -> tuple[str, ...]:
    """Return the lines of one paragraph.

    A word wider than a whole line is cut, but never so that a rule of punctuation is broken; only a
    cluster of marks that no rule lets us cut may stand out beyond the margin.

    Args:
        text: one paragraph; every stretch of white space counts as one space.
        width_pt: the room of a line.
        measure: gives the width of a piece of text in points.
        first_indent_pt: what the first line has less.

    Returns:
        The lines without leading or trailing spaces; () for an empty text.
    """
    room = width_pt - first_indent_pt
    whole = " ".join(text.split())
    if measure(whole) <= room:
        return (whole,) if whole else ()
    lines: list[str] = []
    line, estimate, space = "", 0.0, measure(" ")
    for cluster, spaced in _clusters(text):
        gap = spaced and line != ""
        candidate = f"{line} {cluster}" if gap else line + cluster
        estimate += measure(cluster) + gap * space
        if estimate <= _SURELY_FITS * room or measure(candidate) <= room:
            line = candidate
            continue
        if line:
            lines.append(line)
            room = width_pt
        *full, line = _cut_long(cluster, room, width_pt, measure)
        estimate = measure(line)
        if full:
            lines += full
            room = width_pt
    return (*lines, line) if line else tuple(lines)


def _clusters(text: str) -> list[tuple[str, bool]]:
    """Return the smallest pieces that may stand on a line of their own, each with whether a space
    precedes it.
    """
    found: list[tuple[str, bool]] = []
    for word_number, word in enumerate(text.split()):
        for number, cluster in enumerate(_clusters_of_word(word)):
            spaced = number == 0 and word_number > 0
            if spaced and (cluster[0] in NEVER_FIRST or found[-1][0][-1] in NEVER_LAST):
                found[-1] = (f"{found[-1][0]} {cluster}", found[-1][1])
            else:
                found.append((cluster, spaced))
    return found


def _clusters_of_word(word: str) -> list[str]:
    found: list[str] = []
    for char in word:
        if found and not _may_break(found[-1][-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two neighbouring characters."""
    if before in NEVER_LAST or after in NEVER_FIRST:
        return False
    return not (_WORD_CHARACTER.match(before) and _WORD_CHARACTER.match(after))


def _cut_long(cluster: str, room: float, width_pt: float, measure: Measure) -> list[str]:
    """Return the cluster in pieces that fit: one if it fits, more if it is a word wider than a line."""
    pieces: list[str] = []
    start = legal = 0
    for end in range(1, len(cluster) + 1):
        space = width_pt if pieces else room
        if legal > start and measure(cluster[start:end]) > space:
            pieces.append(cluster[start:legal])
            start = legal
        if end < len(cluster) and _may_cut(cluster[end - 1], cluster[end]):
            legal = end
    return [piece.strip() for piece in (*pieces, cluster[start:])]


def _may_cut(before: str, after: str) -> bool:
    """Return whether a cluster that is too wide may be cut between two characters."""
    return not (before in NEVER_LAST or after in NEVER_FIRST or " " in (before, after))
