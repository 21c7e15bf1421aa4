"""JSON values as values of Python types: the other direction of `schemas`.

For each type there is a decoder, made when the type is first used: a function that takes a JSON value, and calls the
decoders of what is inside. A value that does not fit is refused with its place and what was expected, since a model
reads the error and tries again.
"""

from __future__ import annotations

import enum
import threading
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import lru_cache
from types import UnionType
from typing import Any, Final, Literal, Union, get_origin

from . import pydantic_types
from .class_fields import Fields, fields_of
from .misfits import Misfit, shown
from .notes import Bound, bounds_in
from .object_decoders import Part, object_decoder, shown_name
from .scalars import EXACT, OTHER_RANK, RANKS, Decoder, ExactFloat, LostDigits, choice, flags, not_of, scalar
from .type_forms import TypeForm, aliased, form_of, is_alias, is_enum, is_flags, is_hashable, is_plain


def convert(value: Any, hint: Any, place: str) -> Any:
    """A JSON value as a value of a type.

    Args:
        value: The JSON value.
        hint: The type.
        place: The value's name, for errors.

    Raises:
        ValueError: It does not fit.
    """
    decode = decoder_of(hint)
    try:
        try:
            return decode(value)
        except LostDigits:
            return decode(ExactFloat.inside(value))
    except Misfit as error:
        raise ValueError(error.at(place)) from None
    except RecursionError:
        raise ValueError(f"{place}: it is nested too deeply") from None


def decoder_of(hint: Any) -> Decoder:
    """The decoder of a type that has a schema. It raises `Misfit` for a value that does not fit."""
    # As text too, because unions of the same members in another order are equal, and are not read alike.
    return _cached(hint, str(hint)) if is_hashable(hint) else _Decoders().of(hint)


@lru_cache(maxsize=256)
def _cached(hint: Any, text: str) -> Decoder:  # noqa: ARG001
    return _Decoders().of(hint)


class _Decoders:
    """The decoders of a type and of what is inside it."""

    def __init__(self) -> None:
        self._made: dict[Any, Decoder] = {}

    def of(self, hint: Any) -> Decoder:
        form = form_of(hint)
        if pydantic_types.is_pydantic(form):
            return lambda value: pydantic_types.read(value, hint)
        read = self._plain(*form[:3])
        bounds = bounds_in(form.notes)
        return _bounded(read, bounds) if bounds else read

    def part(self, hint: Any) -> Part:
        form = form_of(hint)
        is_exact = is_plain(form.hint) and form.hint in EXACT and not bounds_in(form.notes)
        return Part(form.hint if is_exact and not pydantic_types.is_pydantic(form) else None, self.of(hint))

    def _plain(self, hint: Any, origin: Any, arguments: Sequence[Any]) -> Decoder:
        if is_alias(hint):  # one that contains itself
            return self._once(hint, lambda: self.of(aliased(hint)))
        if origin in (Union, UnionType):
            return self._union(arguments)
        if origin is Literal:
            return choice(arguments)
        if is_flags(hint):
            return flags(hint)
        if is_enum(hint):
            return choice(hint)
        if is_plain(hint):
            return scalar(hint)
        if (fields := fields_of(hint)) is not None:
            return self._once(hint, lambda: self._object(hint, fields))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            missing = form_of(arguments[1]).origin or arguments[1]
            return _mapping(origin, self._key(arguments[0]), self.of(arguments[1]), missing)
        if origin is tuple and ... not in arguments:
            return _tuple([self.of(kind) for kind in arguments])
        return _array(origin, self.part(arguments[0]))

    def _object(self, hint: Any, fields: Fields) -> Decoder:
        parts = {name: self.part(inner) for name, inner in fields.hints.items()}
        return object_decoder(get_origin(hint) or hint, fields, parts)

    def _once(self, hint: Any, make: Callable[[], Decoder]) -> Decoder:
        """The decoder of a type that may contain itself."""
        if hint not in self._made:
            # Inside itself it finds this decoder, which looks up the finished one.
            self._made[hint] = lambda value: self._made[hint](value)
            self._made[hint] = make()
        return self._made[hint]

    def _key(self, hint: Any) -> Decoder:
        """A decoder of the names of an object, where numbers and others are written as strings."""
        form = form_of(hint)
        if form.hint in (Any, object, str):
            return self.of(hint)
        read = self.of(hint)

        def read_key(name: str) -> Any:
            for kind in (int, float, _WORDS.__getitem__):
                with suppress(ValueError, KeyError):
                    return read(kind(name))
            return read(name)

        return read_key

    def _union(self, members: Sequence[Any]) -> Decoder:
        if tagged := _tagged(members):
            name, kinds = tagged
            return _by_tag(name, {tag: self.of(kind) for tag, kind in kinds.items()}, any(map(_is_null, members)))
        ranks = {id(member): _rank(member) for member in members}
        ordered = sorted(members, key=lambda member: ranks[id(member)])
        return _first_that_fits(members, [self.of(member) for member in ordered])


_ARRAYS: Final = (list, tuple, set, frozenset, deque, UserList)
_OBJECTS: Final = (dict, UserDict, ChainMap)
"""Classes that are made of a list or a dict, as their subclasses are. Of others, the list, set or dict is taken."""
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}
"""Names of an object that stand for other values."""


def _bounded(read: Decoder, bounds: Sequence[Bound]) -> Decoder:
    def read_bounded(value: Any) -> Any:
        found = read(value)
        for bound in bounds:
            bound.check(found)
        return found

    return read_bounded


def _array(origin: type[Any], part: Part) -> Decoder:
    exact, convert_item = part
    make: Any = None
    if issubclass(origin, _ARRAYS):
        make = origin if origin is not list else None
    elif issubclass(origin, AbstractSet):
        make = set

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise Misfit(f"{shown(value)} is not an array", "an array")
        items: list[Any] = []
        append = items.append
        try:
            if exact is None:
                for item in value:
                    append(convert_item(item))
            else:
                for item in value:
                    append(item if type(item) is exact else convert_item(item))
        except Misfit as error:
            raise error.inside(f"[{len(items)}]") from None
        if make is None:
            return items
        try:
            return make(items)
        except TypeError:
            raise Misfit(f"{shown(value)} has items that a set cannot hold", "items that a set can hold") from None

    return read


def _tuple(kinds: Sequence[Decoder]) -> Decoder:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise Misfit(f"{shown(value)} is not an array", "an array")
        if len(kinds) != len(value):
            raise Misfit(f"an array of {len(value)} items, not of {len(kinds)}", f"an array of {len(kinds)} items")
        items: list[Any] = []
        try:
            for kind, item in zip(kinds, value, strict=True):
                items.append(kind(item))
        except Misfit as error:
            raise error.inside(f"[{len(items)}]") from None
        return tuple(items)

    return read


_EMPTY: Final = (list, dict, set, deque, Counter, OrderedDict, defaultdict, str, int, float, bool, bytes)
"""Types whose empty value a `defaultdict` has for a key that is missing."""


def _mapping(origin: type[Any], key: Decoder, item: Decoder, missing: Any) -> Decoder:
    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Misfit(f"{shown(value)} is not an object", "an object")
        items: dict[Any, Any] = {}
        for name, each in value.items():
            try:
                items[key(name)] = item(each)
            except Misfit as error:
                raise error.inside(f".{shown_name(name)}") from None
        if issubclass(origin, defaultdict):
            return defaultdict(missing if missing in _EMPTY else None, items)
        return origin(items) if origin is not dict and issubclass(origin, _OBJECTS) else items

    return read


def _rank(hint: Any) -> int:
    form = form_of(hint)
    if form.origin is Literal or is_enum(form.hint):
        return 0
    return RANKS.get(form.hint, OTHER_RANK) if is_plain(form.hint) else OTHER_RANK


def _first_that_fits(members: Sequence[Any], decoders: Sequence[Decoder]) -> Decoder:
    # What fits none of the members is not tried again while a value around it is tried as another member: types that
    # contain themselves would take twice the time for each level.
    running = threading.local()

    def read(value: Any) -> Any:
        known: dict[int, Misfit] | None = getattr(running, "known", None)
        if known is None:
            running.known = {}
            try:
                return read(value)
            finally:
                running.known = None
        if id(value) in known:
            raise known[id(value)].again()
        deepest: Misfit | None = None
        for decode in decoders:
            try:
                return decode(value)
            except Misfit as error:
                # The problem that is deepest inside is that of the type which fits best.
                if deepest is None or error.depth > deepest.depth:
                    deepest = error
        if deepest is None or not (deepest.steps or deepest.of_type):
            deepest = not_of(value, *members)
        if isinstance(value, (dict, list)):
            known[id(value)] = deepest.again()
        raise deepest

    return read


def _tagged(members: Sequence[Any]) -> tuple[str, dict[Any, Any]] | None:
    """The field that tells the members of a union apart, and the member for each of its values; None if none does."""
    kinds = [member for member in members if not _is_null(member)]
    tags = [_tags(form_of(member)) for member in kinds]
    if len(kinds) < 2:
        return None
    for name in tags[0]:
        pairs = [(tag, kind) for kind, each in zip(kinds, tags, strict=True) for tag in each.get(name, ())]
        if all(name in each for each in tags) and len(dict(pairs)) == len(pairs):
            return name, dict(pairs)
    return None


def _tags(form: TypeForm) -> dict[str, list[str]]:
    """The required fields of a class that can only be one of some strings, and these strings."""
    if pydantic_types.is_pydantic(form):
        hints = pydantic_types.required_fields(form.hint)
    else:
        fields = fields_of(form.hint)
        hints = {name: hint for name, hint in fields.hints.items() if name in fields.required} if fields else {}
    found: dict[str, list[str]] = {}
    for name, hint in hints.items():
        values = [each.value if isinstance(each, enum.Enum) else each for each in form_of(hint).arguments]
        if values and all(isinstance(value, str) for value in values):
            found[name] = values
    return found


def _is_null(hint: Any) -> bool:
    return form_of(hint).hint is type(None)


def _by_tag(name: str, kinds: Mapping[str, Decoder], nullable: bool) -> Decoder:
    expected = f"one of {', '.join(map(repr, kinds))}"

    def read(value: Any) -> Any:
        if value is None and nullable:
            return None
        if not isinstance(value, dict):
            raise Misfit(f"{shown(value)} is not an object", "an object")
        if name not in value:
            raise Misfit(f"missing fields: {name}", expected, f".{name}")
        tag = value[name]
        if not isinstance(tag, str) or tag not in kinds:
            raise Misfit(f"{shown(tag)} is not {expected}", expected).inside(f".{name}")
        return kinds[tag](value)

    return read
