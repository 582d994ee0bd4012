"""How papers name the rules that a file was judged by: version, clauses and the facts that were met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from creditbank_desktop.documents.papers_data import Bilingual, DocumentLanguage
from creditbank_desktop.domain.applications import Application, OutcomeLine, RuleSetReference
from creditbank_desktop.domain.codec import Malformed, decode
from creditbank_desktop.domain.ids import LineId
from creditbank_desktop.rules.explanation import Condition, Explanation
from creditbank_desktop.services.cases import Subject
from creditbank_desktop.services.paper_phrases import CONDITIONS, NOT_STATED
from creditbank_desktop.services.recognition import Recognition

_MOST_FACTS = 3


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The version's title in the paper's language; by line the clause's name, its text and the facts; by key
    the names of materials.
    """

    label: str = ""
    clauses: Mapping[LineId, Bilingual] = field(default_factory=dict)
    texts: Mapping[LineId, Bilingual] = field(default_factory=dict)
    facts: Mapping[LineId, Bilingual] = field(default_factory=dict)
    materials: Mapping[str, Bilingual] = field(default_factory=dict)


def rule_words(subject: Subject, language: DocumentLanguage, recognition: Recognition) -> RuleWords:
    """Return the words for a file, by the version frozen into it or else the one in force."""
    titles = recognition.titles(subject.rule_set)
    names = recognition.material_names(subject.rule_set)
    clauses, texts = _clauses(subject.application, recognition)
    return RuleWords(
        label=titles[1] if language is DocumentLanguage.ENGLISH else titles[0],
        clauses=clauses,
        texts=texts,
        facts={line.line: _facts(line) for line in subject.application.live_lines},
        materials={key: Bilingual(zh, en) for key, (zh, en) in names.items()},
    )


def rule_set_words(
    version: RuleSetReference, language: DocumentLanguage, recognition: Recognition
) -> RuleWords:
    """Return the title of a version and its names of materials, for a paper about no file yet."""
    titles = recognition.titles(version)
    return RuleWords(
        label=titles[1] if language is DocumentLanguage.ENGLISH else titles[0],
        materials={key: Bilingual(zh, en) for key, (zh, en) in recognition.material_names(version).items()},
    )


def _clauses(
    application: Application, recognition: Recognition
) -> tuple[dict[LineId, Bilingual], dict[LineId, Bilingual]]:
    heads: dict[LineId, Bilingual] = {}
    texts: dict[LineId, Bilingual] = {}
    for line in application.live_lines:
        zh, en = _clause(line, recognition)
        if not zh:
            continue
        head_zh, _, text_zh = zh.partition("：")
        head_en, _, text_en = en.partition(": ")
        heads[line.line] = Bilingual(head_zh, head_en)
        texts[line.line] = Bilingual(text_zh, text_en)
    return heads, texts


def _clause(line: OutcomeLine, recognition: Recognition) -> tuple[str, str]:
    """Return the clause of the rule that decided, else of the one that came nearest."""
    if line.decision is not None and line.decision.rule is not None:
        return recognition.clause(line.decision.rule)
    explanation = _explanation(line)
    if explanation is None or not explanation.near_misses:
        return "", ""
    nearest = explanation.near_misses[0]
    return nearest.clause_zh, nearest.clause_en


def _facts(line: OutcomeLine) -> Bilingual:
    """Return which conditions failed, of the rule that came nearest."""
    explanation = _explanation(line)
    if explanation is None or not explanation.near_misses:
        return Bilingual("")
    failed = explanation.near_misses[0].failed[:_MOST_FACTS]
    return Bilingual(
        "；".join(_fact(condition, DocumentLanguage.CHINESE) for condition in failed) + "。",
        ". ".join(_fact(condition, DocumentLanguage.ENGLISH) for condition in failed) + ".",
    )


def _explanation(line: OutcomeLine) -> Explanation | None:
    if line.decision is None or not line.decision.explanation:
        return None
    try:
        return decode(Explanation, line.decision.explanation.encode())
    except Malformed:
        return None  # written by a later version: the paper does without


def _fact(condition: Condition, language: DocumentLanguage) -> str:
    name = CONDITIONS.get(condition.key, Bilingual(condition.key)).in_language(language)
    actual = condition.actual or NOT_STATED.in_language(language)
    if language is DocumentLanguage.ENGLISH:
        return f"Asked for: {name} {condition.wanted}; found: {actual}"
    return f"规定{name} {condition.wanted}，实际 {actual}"
