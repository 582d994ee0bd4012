"""Keeps the translation catalogues: collects texts from the sources, fills in translations, compiles them.

    update_translations.py                   collect every tr() and mark(), keep what is translated, compile
    update_translations.py --fill FILE.json  the same, and take translations from {"English": "中文", …}
    update_translations.py --check           change nothing; exit 1 when something is missing or out of date

One catalogue an area (the folder under ui/; "app" for what joins the screens), so that people who work on
different screens do not meet in one file. A text that another area has translated already is taken over.
English needs only the plurals of %n.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "creditbank_desktop" / "ui"
APP = ROOT / "creditbank_desktop" / "app"
CATALOGUES = ROOT / "resources" / "translations"
CONTEXT = "creditbank"
FORMS = {"zh_CN": 1, "en": 2}


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the sources: what is said, the note that tells it apart, whether it counts."""

    source: str
    note: str = ""
    counts: bool = False


@dataclass(slots=True)
class Found:
    """What the sources hold: texts by area, and calls that cannot be translated."""

    areas: dict[str, set[Text]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def area_of(path: Path, folder: Path = UI) -> str:
    """Return the catalogue that a source file below ``folder`` belongs to."""
    if folder == APP:
        return "app"
    inner = path.relative_to(folder)
    return inner.parts[0] if len(inner.parts) > 1 else "general"


def collect(*folders: Path) -> Found:
    """Read every tr() and mark() call below ``folders``: the screens and what joins them, unless named."""
    found = Found()
    for folder in folders or (UI, APP):
        for path in sorted(folder.rglob("*.py")):
            _collect_file(found, path, area_of(path, folder))
    return found


def _collect_file(found: Found, path: Path, area: str) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "mark"}:
            _collect_call(found, path, node, area)


def _collect_call(found: Found, path: Path, call: ast.Call, area: str) -> None:
    place = f"{path.name}:{call.lineno}"
    if not call.args or isinstance(call.args[0], ast.JoinedStr):
        found.faults.append(f"{place}: an f-string cannot be translated")
        return
    first = call.args[0]
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        # tr(TABLE[code]) is right: the table's texts are marked where they stand.
        return
    note, counts = "", False
    for keyword in call.keywords:
        if keyword.arg == "note" and isinstance(keyword.value, ast.Constant):
            note = str(keyword.value.value)
        counts = counts or keyword.arg == "n"
    if ("%n" in first.value) != counts:
        found.faults.append(f"{place}: %n and n= belong together")
    found.areas.setdefault(area, set()).add(Text(first.value, note, counts))


def read_catalogue(path: Path) -> dict[Text, list[str]]:
    """Return the translations of one .ts file; a text without translation has empty forms."""
    texts: dict[Text, list[str]] = {}
    if not path.exists():
        return texts
    for message in ET.parse(path).getroot().iter("message"):
        counts = message.get("numerus") == "yes"
        text = Text(message.findtext("source") or "", message.findtext("comment") or "", counts)
        node = message.find("translation")
        if node is None:
            continue
        forms = [form.text or "" for form in node.findall("numerusform")] if counts else [node.text or ""]
        texts[text] = forms
    return texts


def write_catalogue(path: Path, language: str, texts: dict[Text, list[str]]) -> None:
    """Write one .ts file, sorted so that two people's additions rarely touch."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(texts, key=lambda t: (t.source, t.note)):
        forms = texts[text]
        message = ET.SubElement(context, "message")
        if text.counts:
            message.set("numerus", "yes")
        ET.SubElement(message, "source").text = text.source
        if text.note:
            ET.SubElement(message, "comment").text = text.note
        node = ET.SubElement(message, "translation")
        if not all(forms):
            node.set("type", "unfinished")
        if text.counts:
            for form in forms:
                ET.SubElement(node, "numerusform").text = form
        else:
            node.text = forms[0]
    ET.indent(root, "  ")
    path.parent.mkdir(parents=True, exist_ok=True)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def merge(
    found: Found, folder: Path, given: dict[str, str | list[str]]
) -> dict[str, dict[str, dict[Text, list[str]]]]:
    """Return language → area → texts: the sources' texts with every translation that is known."""
    merged: dict[str, dict[str, dict[Text, list[str]]]] = {}
    for language, forms in FORMS.items():
        known: dict[tuple[str, str], list[str]] = {}
        for path in sorted((folder / language).glob("*.ts")):
            for text, translated in read_catalogue(path).items():
                if all(translated):
                    known[text.source, text.note] = translated
        for source, translation in given.items() if language == "zh_CN" else ():
            known[source, ""] = [translation] if isinstance(translation, str) else translation
        merged[language] = {}
        for area, texts in found.areas.items():
            wanted = texts if language != "en" else {text for text in texts if text.counts}
            if not wanted:
                continue
            merged[language][area] = {
                text: known.get((text.source, text.note), [""] * (forms if text.counts else 1))
                for text in wanted
            }
    return merged


def compile_catalogue(language: str, areas: dict[str, dict[Text, list[str]]], target: Path) -> None:
    """Join the areas of one language and compile them to ``target``."""
    from PySide6 import __file__ as pyside

    joined: dict[Text, list[str]] = {}
    for area in sorted(areas):
        joined.update(areas[area])
    folder = Path(pyside).parent
    tool = next(
        p
        for p in (folder / "lrelease", folder / "lrelease.exe", folder / "Qt" / "libexec" / "lrelease")
        if p.exists()
    )
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / f"{language}.ts"
        write_catalogue(source, language, joined)
        subprocess.run([str(tool), "-silent", "-compress", str(source), "-qm", str(target)], check=True)


def unfinished(merged: dict[str, dict[str, dict[Text, list[str]]]]) -> list[str]:
    """Return what is not translated yet, one line each."""
    return [
        f"{language}/{area}: {text.source}"
        for language, areas in merged.items()
        for area, texts in areas.items()
        for text, forms in sorted(texts.items(), key=lambda item: item[0].source)
        if not all(forms)
    ]


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fill", type=Path, help="a JSON file {English: translation} for zh_CN")
    parser.add_argument("--check", action="store_true", help="change nothing, report what is missing")
    options = parser.parse_args(arguments)
    found = collect()
    given = json.loads(options.fill.read_text(encoding="utf-8")) if options.fill else {}
    merged = merge(found, CATALOGUES, given)
    missing = unfinished(merged)
    for line in [*found.faults, *missing]:
        print(line)
    if options.check:
        return 1 if found.faults or missing else 0
    for language, areas in merged.items():
        for area, texts in areas.items():
            write_catalogue(CATALOGUES / language / f"{area}.ts", language, texts)
        for path in (CATALOGUES / language).glob("*.ts"):
            if path.stem not in areas:
                path.unlink()
        compile_catalogue(language, areas, CATALOGUES / f"{language}.qm")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
