"""How clients and their callers are copied: they hold connections, which a copy shares and a pickle cannot have."""

from __future__ import annotations

from typing import Any, Self


class Connected:
    """Something that holds connections and a token. Copies share them."""

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError(
            "a client holds connections and a token, and cannot be pickled; create one in each process, such as in the"
            " initializer of a multiprocessing.Pool"
        )

    def __copy__(self) -> Self:
        other = type(self).__new__(type(self))
        vars(other).update(vars(self))
        return other

    def __deepcopy__(self, memo: object) -> Self:
        return self
