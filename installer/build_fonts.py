"""Rebuild resources/fonts from the packages that the fonts come from (needs npm, apt-get, dpkg-deb,
fonttools).
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

NPM_PACKAGES = {
    "noto-serif-sc": "@expo-google-fonts/noto-serif-sc@0.4.3",
    "noto-sans-sc": "@expo-google-fonts/noto-sans-sc@0.4.3",
    "noto-serif": "@expo-google-fonts/noto-serif@0.4.2",
    "noto-sans": "@expo-google-fonts/noto-sans@0.4.2",
}
DEBIAN_PACKAGES = ("fonts-hanazono", "unicode-data")
"""unicode-data is only read for the table of 8,105 standard characters (Unihan, field kTGH)."""

GB18030_BLOCKS = (
    (0x2E80, 0x2FDF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2EBE0),
    (0x2F800, 0x2FA1F),
)
SCRIPTS_OF_PAPERS = ((0x20, 0x24F), (0x2000, 0x2BFF), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFF00, 0xFFEF))
LATIN_GREEK_CYRILLIC = (
    (0x20, 0x58F),
    (0x1AB0, 0x1AFF),
    (0x1D00, 0x1FFF),
    (0x2000, 0x2BFF),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2DFF),
    (0xA640, 0xA69F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
)
BIG5_LEVEL_ONE_LAST = 0xC6
"""The 5,401 common traditional characters end with this lead byte."""
DROPPED_TABLES = [
    "BASE",
    "DSIG",
    "FFTM",
    "GDEF",
    "GPOS",
    "GSUB",
    "STAT",
    "VORG",
    "gasp",
    "meta",
    "vhea",
    "vmtx",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """One font to be made: where it comes from, what it is called, which characters it keeps."""

    source: Path
    target: str
    characters: frozenset[int]
    new_family: str = ""
    """Set where the licence reserves the old name."""


def within(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return all code points of the closed ranges."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def fetch_packages(folder: Path) -> None:
    """Download every package through its ordinary client and unpack it into a folder of its own."""
    for name, package in NPM_PACKAGES.items():
        made = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
        )
        with tarfile.open(folder / made.stdout.split()[-1]) as archive:
            archive.extractall(folder / name, filter="data")
    for name in DEBIAN_PACKAGES:
        subprocess.run(["apt-get", "download", name], cwd=folder, check=True, capture_output=True)
        (package_file,) = folder.glob(f"{name}_*.deb")
        subprocess.run(["dpkg-deb", "-x", str(package_file), str(folder / name)], check=True)


def code_points(path: Path) -> frozenset[int]:
    """Return the code points that a font file has a glyph for."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def standard_characters(packages: Path) -> set[int]:
    """Return the 8,105 characters of the 通用规范汉字表 (2013), read from Unihan's field kTGH."""
    found: set[int] = set()
    for path in (packages / "unicode-data").rglob("Unihan_*.txt.bz2"):
        for line in bz2.decompress(path.read_bytes()).decode("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) == 3 and fields[1] == "kTGH":
                found.add(int(fields[0][2:], 16))
    if len(found) != 8105:
        raise SystemExit(f"expected 8105 standard characters, found {len(found)}")
    return found


def encodable(codec: str, last_lead_byte: int = 0xFF) -> set[int]:
    """Return the unified ideographs that an older national set (a codec's name) holds, up to a lead byte."""
    found: set[int] = set()
    for code in range(0x4E00, 0xA000):
        try:
            encoded = chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        if encoded[0] <= last_lead_byte:
            found.add(code)
    return found


def decompose(font: TTFont) -> None:
    """Turn every composite glyph into outlines, so that a subset never has to follow references."""
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        if not glyphs[name].isComposite():
            continue
        coordinates, ends, flags = glyphs[name].getCoordinates(glyphs)
        plain = Glyph()
        plain.numberOfContours = len(ends)
        plain.coordinates, plain.endPtsOfContours, plain.flags = coordinates, list(ends), flags
        plain.coordinates.toInt()
        plain.removeHinting()
        plain.recalcBounds(glyphs)
        glyphs[name] = plain


def rename(font: TTFont, family: str) -> None:
    """Give a changed font a name of its own, as licences with reserved names ask for."""
    compact = family.replace(" ", "")
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = family
        elif record.nameID == 6:
            record.string = compact
        elif record.nameID == 3:
            record.string = f"{compact} reduced"


def reduce_font(origin: Origin, folder: Path) -> None:
    """Write one unhinted font without composites, layout tables or unneeded characters."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += DROPPED_TABLES
    font = TTFont(origin.source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=origin.characters)
    cutter.subset(font)
    decompose(font)
    if origin.new_family:
        rename(font, origin.new_family)
    font.save(folder / origin.target)


def merge_rare(packages: Path, known: frozenset[int], folder: Path) -> None:
    """Write the two parts of HanaMin, reduced to the ideographs of GB 18030 that no Noto font has."""
    base = packages / "fonts-hanazono/usr/share/fonts/truetype/hanazono"
    wanted = within(GB18030_BLOCKS) - known
    plane_two = frozenset(wanted & code_points(base / "HanaMinB.ttf"))
    rest = frozenset((wanted - plane_two) & code_points(base / "HanaMinA.ttf"))
    reduce_font(Origin(base / "HanaMinB.ttf", "RareHanB.ttf", plane_two, "Rare Han B"), folder)
    reduce_font(Origin(base / "HanaMinA.ttf", "RareHanA.ttf", rest, "Rare Han A"), folder)


def build(packages: Path, folder: Path) -> None:
    """Write all fonts and the licences beside them."""
    serif = packages / "noto-serif-sc/package"
    sans = packages / "noto-sans-sc/package"
    serif_regular, sans_regular = (
        serif / "400Regular/NotoSerifSC_400Regular.ttf",
        sans / "400Regular/NotoSansSC_400Regular.ttf",
    )
    full_serif, full_sans = code_points(serif_regular), code_points(sans_regular)
    usual = within(SCRIPTS_OF_PAPERS) | standard_characters(packages) | encodable("gb2312")
    traditional = encodable("big5", BIG5_LEVEL_ONE_LAST)
    only_sans = (full_sans - full_serif) & within(((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF)))
    latin = frozenset(within(LATIN_GREEK_CYRILLIC))
    origins = [
        Origin(serif_regular, "NotoSerifSC-Regular.ttf", full_serif),
        Origin(serif / "700Bold/NotoSerifSC_700Bold.ttf", "NotoSerifSC-Bold.ttf", frozenset(usual)),
        Origin(sans_regular, "NotoSansSC-Regular.ttf", frozenset(usual | traditional | only_sans)),
        Origin(sans / "700Bold/NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf", frozenset(usual)),
    ]
    for family, stem in (("noto-serif", "NotoSerif"), ("noto-sans", "NotoSans")):
        for weight in ("400Regular", "700Bold"):
            source = packages / family / "package" / weight / f"{stem}_{weight}.ttf"
            origins.append(Origin(source, f"{stem}-{weight[3:]}.ttf", latin))
    for origin in origins:
        reduce_font(origin, folder)
    merge_rare(packages, full_serif | only_sans, folder)
    for family in NPM_PACKAGES:
        text = (packages / family / "package/LICENSE_FONT").read_bytes()
        (folder / f"LICENCE-{family}.txt").write_bytes(text)
    debian = packages / "fonts-hanazono/usr/share/doc/fonts-hanazono/copyright"
    (folder / "LICENCE-rare-han.txt").write_bytes(debian.read_bytes())


def write_sums(folder: Path) -> None:
    """List size-independent fingerprints, so that a test can tell a changed font."""
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in sorted(folder.glob("*.ttf"))
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line, fetch what is not there, write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the packages already unpacked")
    root = Path(__file__).resolve().parents[1]
    parser.add_argument("--out", type=Path, default=root / "resources" / "fonts")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        packages = arguments.packages or Path(scratch)
        if arguments.packages is None:
            fetch_packages(packages)
        build(packages, arguments.out)
    write_sums(arguments.out)


if __name__ == "__main__":
    main()
