import dataclasses
from collections.abc import Callable
from dataclasses import field
from functools import cached_property

import pytest

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    name: str
    seats: int = 4
    tags: tuple[str, ...] = ()
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Floor:
    number: int
    wing: str = "a"

    def __str__(self) -> str:
        return f"{self.number}{self.wing}"

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("no cellar")


@dataclass(frozen=True, slots=True)
class Lists:
    items: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class House:
    street: str
    floors: tuple[Floor, ...] = ()

    @cached_property
    def height(self) -> int:
        return len(self.floors)


def test_a_value_without_slots_is_as_frozen_and_may_remember_what_it_computed() -> None:
    house = House("Rue Haute", (Floor(0), Floor(1)))
    assert (house.height, house.height) == (2, 2)
    assert house == House("Rue Haute", (Floor(0), Floor(1)))
    assert House("x").floors == ()
    for name in ("street", "floors", "garden"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(house, name, "other")


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Room(name="blue") == Room(name="blue", note="quiet")
    assert hash(Room(name="blue")) == hash(Room(name="blue", note="quiet"))
    assert Room(name="blue") != Room(name="red")
    unlike: tuple[object, object] = (Floor(1), Room(name="1"))
    assert unlike[0] != unlike[1]
    assert {Floor(1), Floor(1), Floor(2)} == {Floor(2), Floor(1)}


def test_a_value_cannot_be_changed() -> None:
    room = Room(name="blue")
    with pytest.raises(dataclasses.FrozenInstanceError):
        room.name = "red"  # type: ignore[misc]  # the refusal is the point
    with pytest.raises(dataclasses.FrozenInstanceError):
        del room.name
    with pytest.raises(AttributeError):
        room.colour = "red"  # type: ignore[attr-defined]  # the refusal is the point


def test_the_library_sees_an_ordinary_dataclass() -> None:
    assert [one.name for one in dataclasses.fields(Room)] == ["name", "seats", "tags", "note"]
    assert dataclasses.replace(Room(name="blue"), seats=6) == Room(name="blue", seats=6)
    assert repr(Room(name="blue")) == "Room(name='blue', seats=4, tags=())"
    assert Room.__slots__ == ("name", "seats", "tags", "note")
    match Floor(3, "b"):
        case Floor(number, wing):
            assert (number, wing) == (3, "b")


def test_order_checks_and_own_methods_hold() -> None:
    assert sorted([Floor(2), Floor(1, "b"), Floor(1)]) == [Floor(1), Floor(1, "b"), Floor(2)]
    assert Floor(1) <= Floor(1) < Floor(2)
    assert Floor(2) >= Floor(1)
    assert str(Floor(1)) == "1a"
    with pytest.raises(ValueError, match="no cellar"):
        Floor(-1)
    with pytest.raises(TypeError):
        _ = Floor(1) < Room(name="x")  # type: ignore[operator]  # the refusal is the point


@pytest.mark.parametrize(
    ("make", "positional", "named", "message"),
    [
        (Room, (), {}, "lacks a value for 'name'"),
        (Room, (), {"name": "blue", "colour": "red"}, "has no field 'colour'"),
        (Room, ("blue",), {}, "positional"),  # keyword-only
        (Floor, (), {}, "lacks a value for 'number'"),
        (Floor, (1, "a", 3), {}, "positional"),
        (Floor, (1,), {"number": 2}, "positional"),
    ],
)
def test_a_value_is_made_of_its_fields_alone(
    make: Callable[..., object], positional: tuple[object, ...], named: dict[str, object], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        make(*positional, **named)


def test_fields_are_given_by_place_or_name_or_default() -> None:
    assert Floor(1, "b") == Floor(number=1, wing="b") == Floor(1, wing="b")
    assert Floor(1).wing == "a"
    assert House("x").floors == ()
    assert Lists().items == []
    assert Lists().items is not Lists().items
