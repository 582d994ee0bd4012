"""The one box on a real store: everything that people type and scanners send finds the one learner."""

from __future__ import annotations

import pytest

from tests.services.services_samples import resident_id
from tests.services.services_world import World

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def number_with_x() -> str:
    return next(number for number in map(resident_id, range(1, 200)) if number.endswith("X"))


def only(world: World, text: str) -> object:
    return world.services.search.search(world.actors["clerk"], text).only_learner


def first(world: World, text: str) -> object:
    hits = world.services.search.search(world.actors["clerk"], text).learners
    return hits[0].learner if hits else None


def test_every_whole_number_opens_the_one(world: World) -> None:
    number = number_with_x()
    learner = world.register(name="欧阳若兮", document_number=number, student_number="2025A00017")
    world.register(name="欧阳若曦", student_number="2025A00018")
    card = world.services.learners.card(world.actors["clerk"], learner).learner
    account = card.account_number
    ways = [
        number,
        number.lower(),
        f"{number[:6]} {number[6:14]} {number[14:]}",
        number.translate(FULL_WIDTH),
        f"  {number}\n",
        "2025A00017",
        "2025a00017",
        "2025A00017".translate(FULL_WIDTH),
        account,
        account.lower(),
        f"CB:{account}",
        f"{account[:7]} {account[7:]}",
    ]
    assert {text: only(world, text) for text in ways} == dict.fromkeys(ways, learner)


def test_a_receipts_number_opens_the_file(world: World) -> None:
    learner = world.register(name="欧阳若兮")
    application = world.submit(world.form(learner))
    receipt = world.file(application).receipt_number
    for text in (receipt, receipt.lower(), receipt.translate(FULL_WIDTH), f"CB:{receipt}"):
        assert world.services.search.search(world.actors["clerk"], text).only_application == application


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("吕小满", ("吕小满", "吕 小满", "lvxiaoman", "luxiaoman", "lyuxiaoman", "lxm", "Lü Xiaoman", "LXM")),
        ("曾敏", ("曾敏", "zengmin", "zm", "cengmin")),
        ("单雄信", ("shanxiongxin", "danxiongxin", "sxx")),
        ("仇英", ("qiuying", "qy", "chouying")),
        ("解缙", ("xiejin", "xj")),
        ("查良镛", ("zhaliangyong", "zly")),
        ("万俟雪", ("moqixue", "mqx", "wansixue")),
        ("䶮小雨", ("䶮小雨", "yanxiaoyu")),
        (
            "买买提·吐尔逊",
            ("买买提·吐尔逊", "买买提・吐尔逊", "买买提•吐尔逊", "买买提．吐尔逊", "maimaititu"),
        ),
    ],
)
def test_names_are_found_as_people_write_and_say_them(world: World, name: str, ways: tuple[str, ...]) -> None:
    learner = world.register(name=name, latin_name="", phone="13900001234")
    assert {text: first(world, text) for text in ways} == dict.fromkeys(ways, learner)


def test_a_name_with_any_separator_is_one_exact_name(world: World) -> None:
    learner = world.register(name="买买提•吐尔逊")
    for separator in "·・•．‧":
        assert only(world, f"买买提{separator}吐尔逊") == learner


def test_the_telephones_last_digits_find_and_do_not_open(world: World) -> None:
    learner = world.register(name="欧阳若兮", phone="139 0000 8765")
    assert first(world, "8765") == learner
    assert only(world, "8765") is None


def test_two_of_one_name_are_shown_and_none_opens(world: World) -> None:
    world.register(name="张雨桐")
    world.register(name="张雨桐")
    found = world.services.search.search(world.actors["clerk"], "张雨桐")
    assert (len(found.learners), found.only_learner) == (2, None)
