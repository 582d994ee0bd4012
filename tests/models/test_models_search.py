"""Learners are found by all that people type: numbers, names, pinyin, initials, a telephone's tail."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from creditbank_desktop.domain.names import normalise_name
from creditbank_desktop.domain.operations import registry_bodies as registry
from creditbank_desktop.domain.people import Role
from creditbank_desktop.models.pinyin import MOST_READINGS, readings
from creditbank_desktop.models.search_keys import fold_search
from tests.models.models_samples import World


def names(world: World, text: str) -> list[str | None]:
    return [hit.name for hit in world.store.read(lambda reader: reader.find_learners(text))]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("曾敏", ["zengmin", "cengmin"]),
        ("单田芳", ["shantianfang", "dantianfang"]),
        ("仇英", ["qiuying", "chouying"]),
        ("解晓东", ["xiexiaodong", "jiexiaodong"]),
        ("区志航", ["ouzhihang", "quzhihang"]),
        ("查良镛", ["zhaliangyong", "chaliangyong"]),
        ("朴志勇", ["piaozhiyong", "puzhiyong"]),
        ("盖叫天", ["gejiaotian", "gaijiaotian"]),
        ("欧阳䶮", ["ouyangyan"]),
        ("尉迟恭", ["yuchigong", "weichigong"]),
        ("万俟卨", ["moqixie", "wansixie"]),
        ("买买提·吐尔逊", ["maimaitituerxun"]),
        ("Müller Jörg", []),
    ],
)
def test_names_are_read_as_people_say_them(name: str, said: list[str]) -> None:
    assert [reading.full for reading in readings(name)] == said


def test_a_name_full_of_doubtful_characters_has_few_readings() -> None:
    assert len(readings("乐" * 30)) == MOST_READINGS


def test_every_name_of_the_list_is_found_by_its_latin_form(world: World, shared_data: Path) -> None:
    with (shared_data / "names.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        world.register(normalise_name(row["name"]), latin_name=row["latin"])
    missed = [
        (name, text)
        for name, latin in ((normalise_name(row["name"]), row["latin"]) for row in rows)
        for text in (name, name[:2], latin, latin.split()[0], latin.lower().replace(" ", ""))
        if name not in names(world, text)
    ]
    assert missed == []


def test_a_surname_of_two_readings_is_found_by_either(world: World) -> None:
    world.register("吕布")
    for text in ("lvbu", "lubu", "lyubu", "lü", "Lv Bu", "LB", "lb", "吕", "布", "吕布"):
        assert names(world, text) == ["吕布"], text
    assert names(world, "libu") == []


def test_numbers_are_found_by_their_beginning_and_telephones_by_their_end(world: World) -> None:
    learner = world.register(
        "张伟", student_number="2025010099", document_number="E7654321", phone="+86 139-1234-5678"
    )
    account = world.store.read(lambda reader: reader.learner(learner))
    assert account is not None
    for text in (
        "2025010099",
        "202501",
        "E7654321",
        "e76",
        account.account_number,
        "XF12345",
        "5678",
        "12345678",
    ):
        assert names(world, text) == ["张伟"], text
    for text in ("678", "1234", "54321", ""):
        assert names(world, text) == [], text


def test_full_width_input_and_spaces_make_no_difference(world: World) -> None:
    world.register("Müller Jörg", latin_name="MÜLLER Jörg")
    for text in ("ｍｕｌｌｅｒ", " müller ", "MULLER J", "jorg mull", "Jörg"):
        assert names(world, text) == ["Müller Jörg"], text
    assert fold_search("Ṣalāḥ Ğül") == "salahgul"


def test_the_exact_name_comes_before_longer_ones_and_everybody_once(world: World) -> None:
    for name in ("王伟国", "王伟", "王伟民", "王伟"):
        world.register(name)
    assert names(world, "王伟") == ["王伟", "王伟", "王伟国", "王伟民"]
    assert len(world.store.read(lambda reader: reader.find_learners("wang", 3))) == 3


def test_a_corrected_name_is_found_by_what_it_is_now(world: World) -> None:
    learner = world.register("张伟")
    change = registry.ProfileChange({"name": "赵磊", "former_name": "张伟"})
    world.do(Role.CLERK, registry.LearnerCorrected(learner, 1), learner=learner, personal=change)
    assert names(world, "zhaolei") == ["赵磊"]
    assert names(world, "zhangwei") == ["赵磊"]
    second = registry.ProfileChange({"former_name": ""})
    world.do(Role.CLERK, registry.LearnerCorrected(learner, 2), learner=learner, personal=second)
    assert names(world, "zhangwei") == []


def test_merged_records_are_one_person(world: World) -> None:
    first, second = world.register("张伟"), world.register("张伟")
    world.do(Role.REGISTRY_OFFICER, registry.LearnerAliased(second, first))
    for learner in (first, second):
        assert world.store.read(lambda reader, one=learner: reader.same_person(one)) == (first, second)  # type: ignore[misc]
