# Derived from async_models.py by `make generate`; do not edit.
"""`client.models`: the generated methods, which also note which models can follow a JSON Schema."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from quant_ai_client.resources.models import Models as Generated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..caller import Caller


class Models(Generated):
    __doc__ = Generated.__doc__

    if TYPE_CHECKING:
        _caller: Caller

    if not TYPE_CHECKING:  # type checkers see the methods that are wrapped here

        @wraps(Generated.list)
        def list(self, *args: Any, **kwargs: Any) -> Any:
            found = super().list(*args, **kwargs)
            self._note(found.models or ())
            return found

        @wraps(Generated.get)
        def get(self, *args: Any, **kwargs: Any) -> Any:
            model = super().get(*args, **kwargs)
            self._note([model])
            return model

    def _note(self, models: Iterable[Any]) -> None:
        for model in models:
            flag = getattr(getattr(model, "capabilities", None), "supports_structured_output", None)
            if isinstance(flag, bool):
                self._caller.capabilities[model.id] = flag
