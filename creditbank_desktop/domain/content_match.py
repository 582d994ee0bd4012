"""How much of a target course the syllabus of a learner's course covers, topic by topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from creditbank_desktop.domain.failures import Problem, Problems

_HUNDRED = Decimal(100)
_FINEST = Decimal("0.01")
_ZERO = Decimal(0)


class Coverage(StrEnum):
    """Whether the learner's course treats a topic of the target course."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_COVERED = "not_covered"


class MatchBand(StrEnum):
    """What a percentage means for the recognition of a formal course."""

    FULL = "full"
    SECOND_OPINION = "second_opinion"
    TOO_LITTLE = "too_little"


@dataclass(frozen=True, slots=True)
class MatchThresholds:
    """The least percentages for full recognition and for recognition with a second opinion.

    The defaults are those of the default rule set; a version of the rules may bring others.
    """

    full_percent: Decimal = Decimal(80)
    second_opinion_percent: Decimal = Decimal(70)


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """One topic of the target course and how far the learner's course covers it.

    ``topic_hours`` are the hours that the target course gives it; ``covered_hours`` counts only where the
    topic is covered in part. ``source_topics`` name the topics of the learner's course that it rests on.
    """

    topic: str
    topic_hours: Decimal
    coverage: Coverage
    covered_hours: Decimal = _ZERO
    source_topics: tuple[str, ...] = ()

    @property
    def counted_hours(self) -> Decimal:
        """The hours of the target topic that count as covered: all, the stated part, or none."""
        if self.coverage is Coverage.COVERED:
            return self.topic_hours
        return self.covered_hours if self.coverage is Coverage.PARTLY else _ZERO


def check_topics(topics: Sequence[TopicMatch]) -> None:
    """Check a mapping before it is used.

    Raises `Problems` with everything at once; fields ``topics`` and ``topics.N.name`` (N from 0):
    ``content_match.empty``, ``content_match.topic_missing``, ``content_match.topic_twice``,
    ``content_match.hours`` (not a finite number above 0 in hundredths), ``content_match.covered_hours``
    (a topic covered in part needs more than 0 and fewer than its own hours; any other states none).
    """
    found = [] if topics else [Problem("content_match.empty", "topics")]
    seen: set[str] = set()
    for place, topic in enumerate(topics):
        found.extend(problem.within(f"topics.{place}") for problem in _check_topic(topic, seen))
        seen.add(topic.topic.strip())
    if found:
        raise Problems(found)


def match_percent(topics: Sequence[TopicMatch]) -> Decimal:
    """Return the content match in percent, 0 to 100, rounded down to hundredths.

    The percentage is 100 x (sum of counted hours) / (sum of the target topics' hours). Hours are whole
    hundredths, so the sums are exact and the order of topics cannot matter; the one division is made on
    integers and rounds down, so that 79.999 % never reads as 80 %. Hours that the learner's course spends
    beyond a topic do not count for another. Raises `Problems` as `check_topics`.
    """
    check_topics(topics)
    counted = sum(_hundredths(topic.counted_hours) for topic in topics)
    wanted = sum(_hundredths(topic.topic_hours) for topic in topics)
    return Decimal(counted * 10_000 // wanted) / _HUNDRED


def band_of(percent: Decimal, thresholds: MatchThresholds | None = None) -> MatchBand:
    """Return what ``percent`` (0 to 100) leads to; a value on a threshold belongs to the better band."""
    bounds = thresholds or MatchThresholds()
    if percent >= bounds.full_percent:
        return MatchBand.FULL
    if percent >= bounds.second_opinion_percent:
        return MatchBand.SECOND_OPINION
    return MatchBand.TOO_LITTLE


def _check_topic(topic: TopicMatch, seen: set[str]) -> list[Problem]:
    found = []
    if not topic.topic.strip():
        found.append(Problem("content_match.topic_missing", "topic"))
    elif topic.topic.strip() in seen:
        found.append(Problem("content_match.topic_twice", "topic", {"topic": topic.topic.strip()}))
    if not _is_hours(topic.topic_hours) or topic.topic_hours == _ZERO:
        return [*found, Problem("content_match.hours", "topic_hours")]
    part = topic.covered_hours
    if topic.coverage is Coverage.PARTLY:
        fits = _is_hours(part) and _ZERO < part < topic.topic_hours
    else:
        fits = part == _ZERO
    if not fits:
        found.append(Problem("content_match.covered_hours", "covered_hours"))
    return found


def _is_hours(value: Decimal) -> bool:
    if not value.is_finite() or not _ZERO <= value < 100_000:
        return False
    return value == value.quantize(_FINEST, rounding=ROUND_DOWN)


def _hundredths(value: Decimal) -> int:
    return int(value * _HUNDRED)
