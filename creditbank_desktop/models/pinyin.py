"""How Chinese names are read: surnames by their own table, and several ways where people differ."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from creditbank_desktop.domain.names import SEPARATOR, split_surname

MOST_READINGS = 8
# A name is asked for twice when it is stored, and people share surnames and given names.
_NAMES_KEPT, _PARTS_KEPT = 1_024, 8_192


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: its syllables without tones, "ü" written as v."""

    syllables: tuple[str, ...]

    @property
    def full(self) -> str:
        """Return the syllables in one word."""
        return "".join(self.syllables)

    @property
    def initials(self) -> str:
        """Return the first letters."""
        return "".join(syllable[0] for syllable in self.syllables)


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    pairs = (item.split(":") for item in text.split())
    return MappingProxyType({characters: tuple(said.split("/")) for characters, said in pairs})


# The reading as a surname comes first; the everyday one follows, because that is what many people type.
SURNAMES = _table("""
曾:zeng/ceng 单:shan/dan 單:shan/dan 仇:qiu/chou 解:xie/jie 区:ou/qu 區:ou/qu 查:zha/cha 朴:piao/pu 盖:ge/gai
蓋:ge/gai 任:ren 华:hua 員:yun/yuan 员:yun/yuan 尉:wei/yu 缪:miao/mou 繆:miao/mou 秘:bi/mi 种:chong/zhong
繁:po/fan 翟:zhai/di 覃:qin/tan 乐:yue/le 樂:yue/le 折:she/zhe 黑:he/hei 晁:chao 冼:xian 洗:xian/xi 祭:zhai/ji
宁:ning 宓:mi/fu 牟:mu/mou 车:che/ju 車:che/ju 盛:sheng/cheng 重:chong/zhong 卜:bu 柏:bai/bo 薄:bo/bao
逄:pang 隗:kui/wei 郇:huan/xun 郗:xi/chi 那:na/nuo 訾:zi 洪:hong 哈:ha 葛:ge 纪:ji 紀:ji 召:shao/zhao 妫:gui
万:wan 过:guo 應:ying 应:ying 令:ling 都:du/dou 长:zhang/chang 占:zhan 闵:min 靳:jin 鲍:bao 佴:nai/er 幺:yao
俱:ju 撒:sa 沈:shen/chen 贾:jia/gu 賈:jia/gu 谌:chen/shen 諶:chen/shen 厍:she 殷:yin/yan 笪:da 呙:guo 惠:hui
句:gou/ju 阚:kan 闞:kan 适:kuo/shi 臧:zang 峙:shi/zhi 貟:yun 能:nai/neng 藏:zang/cang 还:xuan/huan 少:shao
尹:yin 么:yao/me 肖:xiao 叶:ye 行:xing/hang 乘:cheng/sheng
万俟:mo_qi/wan_si 尉迟:yu_chi/wei_chi 单于:chan_yu/dan_yu 长孙:zhang_sun/chang_sun 澹台:tan_tai/dan_tai
令狐:ling_hu 宿六斤:su_liu_jin 夏侯:xia_hou 鲜于:xian_yu 皇甫:huang_fu 亓官:qi_guan 濮阳:pu_yang 宰父:zai_fu
夹谷:jia_gu 闾丘:lv_qiu 拓跋:tuo_ba 独孤:du_gu 纳兰:na_lan 呼延:hu_yan
""")

GIVEN = _table("""
乐:le/yue 行:xing/hang 重:chong/zhong 长:chang/zhang 朝:chao/zhao 盛:sheng/cheng 茜:qian/xi 单:dan/shan
曾:zeng/ceng 会:hui/kuai 卓:zhuo 晟:sheng/cheng 骁:xiao 娜:na/nuo 伽:jia/qie 参:can/shen
蔚:wei/yu 柏:bai/bo 睿:rui 藏:zang/cang 宿:su/xiu 阿:a/e 朴:pu/piao 靓:liang/jing
瑱:tian/zhen 甯:ning 熠:yi 妤:yu 昱:yu 珏:jue 彧:yu 翀:chong 斐:fei 囡:nan 祎:yi 喆:zhe 燊:shen 頔:di 煜:yu
𠅤:kuan/xi 𪨶:shu/she 𫍯:xiu/xian/xi 㛃:jie 䶮:yan 𬭎:hong 㸃:dian 𰻞:biang 暘:yang 旸:yang 甪:lu
""")


@lru_cache(maxsize=_NAMES_KEPT)
def readings(name: str) -> tuple[Reading, ...]:
    """Return how a normalised ``name`` may be read, the likeliest first, at most `MOST_READINGS`.

    A surname is read by its own table with the everyday reading behind it (曾 zeng, ceng). A name without a
    Chinese character has no reading. A character that no table knows is left out.
    """
    surname, given = split_surname(name)
    choices = [*_surname_choices(surname), *_given_choices(given)]
    combined = itertools.islice(itertools.product(*choices), MOST_READINGS)
    found = dict.fromkeys(tuple(s for part in way for s in part.split("_")) for way in combined)
    return tuple(Reading(syllables) for syllables in found if syllables)


def initials_of(text: str) -> str:
    """Return the first letters of the everyday readings of ``text``, such as "dg" for 电工."""
    return "".join(said[0][0] for _character, said in _everyday(text) if said and said[0])


def spelled(text: str) -> str:
    """Return the everyday readings of ``text`` in one word, such as "diangong" for 电工."""
    return "".join(said[0] for _character, said in _everyday(text) if said and said[0])


def _surname_choices(surname: str) -> list[tuple[str, ...]]:
    if surname in SURNAMES:
        return [SURNAMES[surname]]
    return [SURNAMES.get(character, said) for character, said in _everyday(surname)]


def _given_choices(given: str) -> list[tuple[str, ...]]:
    return [GIVEN.get(character, said) for character, said in _everyday(given)]


@lru_cache(maxsize=_PARTS_KEPT)
def _everyday(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every Chinese character with its everyday reading, which depends on its neighbours."""
    # pypinyin reads its tables at import; whoever finds learners by number need not wait for that.
    from pypinyin import lazy_pinyin

    found: list[tuple[str, tuple[str, ...]]] = []
    for run in text.replace(SEPARATOR, " ").split():
        if any(unicodedata.category(character) != "Lo" for character in run):
            run = "".join(character for character in run if unicodedata.category(character) == "Lo")
        said = lazy_pinyin(run, errors=lambda _: "")
        if len(said) != len(run):
            # A letter that is no Chinese character, such as º, may get no syllable at all.
            said = ["".join(lazy_pinyin(one, errors=lambda _: "")) for one in run]
        found += [(one, (syllable,)) for one, syllable in zip(run, said, strict=True) if syllable]
    return [(one, said) for one, said in found if said[0] or one in GIVEN or one in SURNAMES]
