"""Area codes of the country (GB/T 2260): which provinces and prefectures a number can begin with."""

from __future__ import annotations

PROVINCES = {
    "11": "北京市",
    "12": "天津市",
    "13": "河北省",
    "14": "山西省",
    "15": "内蒙古自治区",
    "21": "辽宁省",
    "22": "吉林省",
    "23": "黑龙江省",
    "31": "上海市",
    "32": "江苏省",
    "33": "浙江省",
    "34": "安徽省",
    "35": "福建省",
    "36": "江西省",
    "37": "山东省",
    "41": "河南省",
    "42": "湖北省",
    "43": "湖南省",
    "44": "广东省",
    "45": "广西壮族自治区",
    "46": "海南省",
    "50": "重庆市",
    "51": "四川省",
    "52": "贵州省",
    "53": "云南省",
    "54": "西藏自治区",
    "61": "陕西省",
    "62": "甘肃省",
    "63": "青海省",
    "64": "宁夏回族自治区",
    "65": "新疆维吾尔自治区",
    "71": "台湾省",
    "81": "香港特别行政区",
    "82": "澳门特别行政区",
    "83": "台湾居民居住证",
}
"""Names of the two leading digits; 83 begins the numbers on residence permits of Taiwan residents."""

# The second pair of digits in each province, of every revision from 1980 to 2019: a resident ID keeps
# the code of its day, so codes of prefectures since dissolved stay known. Two numbers and a dash are a run.
_PREFECTURES = {
    "11": "01-02",
    "12": "01-02",
    "13": "01-11 21-30 90",
    "14": "01-11 21-27 90",
    "15": "01-09 21-29",
    "21": "01-14 21-22 90",
    "22": "01-08 21-26 90",
    "23": "01-12 21-27 90",
    "31": "01-02",
    "32": "01-13 21-27 90",
    "33": "01-11 21-28 90",
    "34": "01-18 21-29 90",
    "35": "01-09 21-27 90",
    "36": "01-11 21-26 90",
    "37": "01-17 21-29 90",
    "41": "01-17 21-30 90",
    "42": "01-13 21-29 90",
    "43": "01-13 21-31 90",
    "44": "01-29 51-53 90",
    "45": "01-14 21-28",
    "46": "01-04 90",
    "50": "01-03",
    "51": "01-39 70 90",
    "52": "01-06 21-27",
    "53": "01-09 21-35",
    "54": "01-06 21-27",
    "61": "01-10 21-27 90",
    "62": "01-12 21-30",
    "63": "01-02 21-23 25-28",
    "64": "01-05 21-22",
    "65": "01-05 21-32 40-43 90",
}


def province_name(area: str) -> str | None:
    """Return the name of the province of an area code (two digits or more), or None when there is none."""
    return PROVINCES.get(area[:2])


def is_known_area(area: str) -> bool:
    """Return whether the six digits of ``area`` begin with a province and prefecture of GB/T 2260.

    Counties are not checked: the standard revises them every year and numbers keep their old codes.
    """
    if len(area) != 6 or area[:2] not in PROVINCES:
        return False
    runs = _PREFECTURES.get(area[:2])
    if runs is None:
        return True
    for run in runs.split():
        first, _, last = run.partition("-")
        if first <= area[2:4] <= (last or first):
            return True
    return False
