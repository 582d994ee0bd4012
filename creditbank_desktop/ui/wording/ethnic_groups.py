"""The ethnic groups of GB/T 3304 by their two-digit code, in the spelling of the standard."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

ETHNIC_GROUPS: Mapping[str, str] = {
    "01": mark("Han"),
    "02": mark("Mongol"),
    "03": mark("Hui"),
    "04": mark("Zang (Tibetan)"),
    "05": mark("Uygur"),
    "06": mark("Miao"),
    "07": mark("Yi"),
    "08": mark("Zhuang"),
    "09": mark("Buyei"),
    "10": mark("Chosen (Korean)"),
    "11": mark("Man (Manchu)"),
    "12": mark("Dong"),
    "13": mark("Yao"),
    "14": mark("Bai"),
    "15": mark("Tujia"),
    "16": mark("Hani"),
    "17": mark("Kazak"),
    "18": mark("Dai"),
    "19": mark("Li"),
    "20": mark("Lisu"),
    "21": mark("Va"),
    "22": mark("She"),
    "23": mark("Gaoshan"),
    "24": mark("Lahu"),
    "25": mark("Sui"),
    "26": mark("Dongxiang"),
    "27": mark("Naxi"),
    "28": mark("Jingpo"),
    "29": mark("Kirgiz"),
    "30": mark("Tu"),
    "31": mark("Daur"),
    "32": mark("Mulao"),
    "33": mark("Qiang"),
    "34": mark("Blang"),
    "35": mark("Salar"),
    "36": mark("Maonan"),
    "37": mark("Gelao"),
    "38": mark("Xibe"),
    "39": mark("Achang"),
    "40": mark("Pumi"),
    "41": mark("Tajik"),
    "42": mark("Nu"),
    "43": mark("Uzbek"),
    "44": mark("Russ"),
    "45": mark("Ewenki"),
    "46": mark("De'ang"),
    "47": mark("Bonan"),
    "48": mark("Yugur"),
    "49": mark("Gin"),
    "50": mark("Tatar"),
    "51": mark("Derung"),
    "52": mark("Oroqen"),
    "53": mark("Hezhen"),
    "54": mark("Monba"),
    "55": mark("Lhoba"),
    "56": mark("Jino"),
    "97": mark("Other group"),
    "98": mark("Foreign descent, naturalised"),
}


def word_ethnic_group(code: str) -> Words | str:
    """Ethnic group of a learner."""
    return tr(ETHNIC_GROUPS[code]) if code in ETHNIC_GROUPS else code
