"""Chance: numbers that never change."""

from hashlib import sha256

from catalog.drawing.chance import Chance


def test_numbers_are_four_bytes_each_of_the_seed():
    chance = Chance("Spoorloos|1988")
    digest = sha256(b"Spoorloos|1988:0").digest()

    assert [chance.number(), chance.number()] == [
        int.from_bytes(digest[:4], "big") / 2**32,
        int.from_bytes(digest[4:8], "big") / 2**32,
    ]


def test_numbers_do_not_run_out_and_stay_under_one():
    chance = Chance("")

    numbers = [chance.number() for _ in range(1000)]

    assert all(0 <= number < 1 for number in numbers)
    assert len(set(numbers)) == 1000


def test_choices_are_spread_over_all_there_is():
    chance = Chance("spread")

    picked = {chance.pick("abc") for _ in range(60)}
    shuffled = chance.shuffled([1, 2, 3, 4])

    assert picked == {"a", "b", "c"}
    assert sorted(shuffled) == [1, 2, 3, 4]


def test_lone_surrogate_does_not_stop_a_drawing():
    assert Chance("\ud800").number() != Chance("\ud801").number()
