"""Render the templates into the files of the generated package."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from openapi_python_client import Project
from openapi_python_client.parser.properties import LiteralEnumProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.strings import snake_case

from openapi import Pointer, Spec, SpecFault
from openapi.python_names import class_name, resource_class, resource_name

from . import docs_text as docs
from .argument import Argument, or_none
from .facade_methods import Method, methods_of
from .field_code import FieldCode
from .operation_view import OperationView, views
from .parser_properties import name_of
from .python_types import Named, Types
from .sent_as import sent_as_arguments
from .skeleton import Skeleton
from .union_decoding import Unions

_COMPILED = FileSystemBytecodeCache()  # compiling the templates would take ten times as long as a small package
_SHADOWS = {"list", "dict", "str", "int", "float", "bool", "date", "datetime"}


class Package:
    """The files of the package, by their path in it."""

    def __init__(self, project: Project, spec: Spec, skeleton: Skeleton, header: str) -> None:
        self.spec, self.skeleton, self.header = spec, skeleton, header
        self.place: Pointer = ()
        """What is being rendered, for messages about failures that nobody expected."""
        self.types = Types(project.openapi, spec)
        self.code = FieldCode(self.types)
        self.views = views(spec, project.openapi, self.types, skeleton)
        self.symbols = {
            symbol: name_of(schema)
            for schema in self.types.modules()
            for symbol in (*self._exports(schema), self.code.decoder(schema).removesuffix(".from_dict"))
            if symbol
        }
        self.env = project.env
        self.env.bytecode_cache = _COMPILED
        self.env.globals.update(
            types=self.types, code=self.code, unions=Unions(self.types), view_of=self.views, name_of=name_of
        )
        self.env.globals.update(snake=snake_case)
        self.env.filters.update(
            literal=lambda value: repr(tuple(value) if isinstance(value, list) else value),
            doc=lambda text: docs.escape(docs.prose(text)),
            section=lambda entries, title: f"\n\n{docs.escape(docs.section(title, entries))}" if entries else "",
            compact=_compact,
            or_none=or_none,
            awaited=_awaited,
            of_models=self._of_models,
            unshadowed=_unshadowed,
            alias=_alias,
        )
        self.files: dict[str, str] = {}

    def render(self, runtime: Path) -> dict[str, str]:
        """Render everything."""
        for source in sorted(runtime.glob("*")):
            if source.is_file() and source.name != "__init__.py":
                place = f"scripts/{runtime.parent.name}/{runtime.name}/{source.name}"
                header = f"# Copied from {place}. Do not edit: change that, and run `make generate`."
                self._add(source.name, source.read_text(encoding="utf-8"), header)
        self._template("__init__.py", "package_init")
        self._template("server.py", "server", **self._server())
        self._models()
        self._operations()
        self._resources()
        return self.files

    def _add(self, path: str, text: str, header: str = "") -> None:
        if path in self.files:
            raise SpecFault((), f"two things would be written to {path}")
        self.files[path] = f"{header or self.header}\n{text}"

    def _template(
        self, path: str, template: str, models: str = "", schema: Named | None = None, /, **context: Any
    ) -> None:
        text = self.env.get_template(f"{template}.py.jinja").render(**context)
        self._add(path, self._fill_imports(text, models, schema) if models else text)

    def _server(self) -> dict[str, Any]:
        data = self.spec.data
        server = (data.get("servers") or [{}])[0]
        variables = {name: variable["default"] for name, variable in server.get("variables", {}).items()}
        return {"url": server.get("url", ""), "variables": variables, "info": data["info"]}

    # Models

    def _models(self) -> None:
        for schema in self.types.modules():
            self.place = self.types.pointer(schema)
            is_enum = isinstance(schema, LiteralEnumProperty)
            template = "enum" if is_enum else "alias" if self.types.is_alias(schema) else "model_class"
            context = self._enum(schema) if isinstance(schema, LiteralEnumProperty) else self._model(schema)
            self._template(f"models/{schema.class_info.module_name}.py", template, ".", schema, **context)
        exported = {str(schema.class_info.module_name): self._exports(schema) for schema in self.types.modules()}
        self._index("models", "The models", exported)

    def _index(self, package: str, text: str, exported: dict[str, list[str]]) -> None:
        """Render the module that imports the names of a package's modules when they are first used."""
        modules = sorted((name, module) for module, names in exported.items() for name in names)
        self._template(f"{package}/__init__.py", "models_lazy", text=text, exported=exported, modules=modules)

    def _exports(self, schema: Named) -> list[str]:
        """The public names in the module of a schema."""
        twin = name_of(schema) in self.types.in_requests and not isinstance(schema, LiteralEnumProperty)
        return [name_of(schema), f"{name_of(schema)}Param"] if twin else [name_of(schema)]

    def _fill_imports(self, text: str, prefix: str, schema: Named | None = None) -> str:
        """Put the imports of schemas where the template marks their places.

        A model imports what it names, so that its type hints can be resolved. If that module imports this one in
        turn, type checkers alone see the import; functions import it when they run, and hints when they are resolved.
        Other modules import no model before a function needs it. What a module does not use, ruff removes.
        """
        own = name_of(schema) if schema else ""
        used = {word: self.symbols[word] for word in re.findall(r"\w+", text) if word in self.symbols}
        used = {word: name for word, name in used.items() if name != own}
        decoders = {word for word in used if word.startswith("decode_")}
        late = {word for word in used if schema is None or self.types.is_cyclic(schema, used[word])}
        places = {
            "# imports": used.keys() - late,
            "# imports for types": late - decoders,
            "# imports at run time": used.keys(),
            "# late imports": {word for word in late if f"{word}.from_dict" in text} | late & decoders,
        }
        if schema:
            named = self.types.mentions(schema)
            circular = sorted(word for word in late - decoders if used[word] in named)
            lines = [f"    {word} = later({word!r})" for word in circular]
            block = ["if TYPE_CHECKING:", "    # imports for types", "else:", *lines] if circular else []
            text = text.replace("# circular imports", "\n".join(block), 1)
        for mark, words in places.items():
            lines = sorted(f"from {prefix}{self.types.module(used[word])} import {word}" for word in words)
            for pad in set(re.findall(rf"^( *){mark}$", text, re.M)):
                text = text.replace(f"\n{pad}{mark}\n", "".join(f"\n{pad}{line}" for line in lines) + "\n")
        return text

    def _enum(self, enum: LiteralEnumProperty) -> dict[str, Any]:
        schema = self._raw(enum)
        values = schema.get("enum") or sorted(enum.values)
        return {"name": name_of(enum), "values": values, "text": schema.get("description", ""), "open": len(values) > 1}

    def _raw(self, schema: Named) -> dict[str, Any]:
        components = self.spec.components("schemas")
        if isinstance(schema, LiteralEnumProperty):
            return next((raw for name, raw in components.items() if class_name(name) == name_of(schema)), {})
        return self.types.source(schema)

    def _model(self, schema: Named) -> dict[str, Any]:
        raw = self._raw(schema)
        fields = [] if self.types.is_alias(schema) else self.types.fields(schema)
        names = [prop.name.get_untrusted_value() for prop in fields]
        extra = None if self.types.is_alias(schema) else self.types.extra(schema)
        twin = name_of(schema) in self.types.in_requests
        wire_names = {str(prop.python_name): name for prop, name in zip(fields, names, strict=True)}
        return {
            "schema": schema,
            "name": name_of(schema),
            "text": raw.get("description", ""),
            "fields": [(prop, self._field_doc(raw, name)) for prop, name in zip(fields, names, strict=True)],
            "attributes": [self._attribute(raw, prop) for prop in fields],
            "wire_names": {attribute: name for attribute, name in wire_names.items() if attribute != name},
            "aliases": self.types.aliases(schema),
            "sent_as": list(sent_as_arguments(self.types, schema)),
            "nullable": {
                name: str(prop.python_name)
                for prop, name in zip(fields, names, strict=True)
                if self.types.is_nullable(prop)
            },
            "open_ended": docs.merged(self.spec, raw).get("additionalProperties", False) is not False,
            "extra": extra if extra is not None and self.types.annotation(extra) != "Any" else None,
            "twin": twin,
            "functional": any(not n.isidentifier() or iskeyword(n) or n in _SHADOWS for n in names),
            "functions": self.code.functions(schema),
            "read_only": [
                name
                for prop, name in zip(fields, names, strict=True)
                if twin and self.types.says(schema, prop, "readOnly")
            ],
        }

    def _field_doc(self, raw: dict[str, Any], name: str) -> str:
        schema = docs.property_schema(self.spec, raw, name)
        text = docs.description(self.spec, schema)
        first = docs.prose(text, docs.WIDTH + 5) if text else ""
        rest = " ".join(docs.facts(self.spec, schema, text))
        if "\n\n" in first:
            return docs.escape(f"{first}\n\n{rest}".strip())
        return docs.escape(docs.prose(f"{first} {rest}".strip(), docs.WIDTH + 5))

    def _attribute(self, raw: dict[str, Any], prop: Property) -> str:
        """The entry of a field in the docstring of its class, which `help()` shows."""
        annotation = self.types.annotation(prop)
        schema = docs.property_schema(self.spec, raw, prop.name.get_untrusted_value())
        return docs.argument(
            self.spec, str(prop.python_name), annotation if prop.required else or_none(annotation), "", schema
        )

    # Operations

    def _operations(self) -> None:
        self._template("api/__init__.py", "api_init")
        for tag in dict.fromkeys(view.tag for view in self.views.values()):
            self._add(f"api/{tag}/__init__.py", f'"""Operations of {tag}."""\n')
        for view in self.views.values():
            self.place = view.operation.pointer
            streams = [constant.events for constant in view.constants if constant.events]
            events = {event.schema for stream in streams for event in stream["events"].events}
            self._template(
                f"api/{view.tag}/{view.module}.py",
                "operation_module",
                "...models.",
                view=view,
                events=sorted(events | {rule.item for stream in streams for rule in stream["collect"]}),
                body_type=self._body_type(view),
            )

    def _body_type(self, view: OperationView) -> str:
        if view.body is None:
            return ""
        if self.types.is_model(view.body.prop):
            return f"{name_of(view.body.prop)} | Mapping[str, object]"
        return view.body_annotation

    # The facade

    def _resources(self) -> None:
        tags = dict.fromkeys(view.tag for view in self.views.values())
        texts = {resource_name(tag["name"]): tag.get("description", "") for tag in self.spec.tags}
        classes = {tag: resource_class(tag) for tag in tags}
        arguments: dict[str, list[Argument]] = {}
        params: dict[str, list[str]] = {}
        for tag in tags:
            self.place = next(
                (("tags", at) for at, one in enumerate(self.spec.tags) if resource_name(one["name"]) == tag), ()
            )
            of_tag = [view for view in self.views.values() if view.tag == tag]
            methods = [(view, method) for view in of_tag for method in methods_of(view, self.views)]
            arguments[tag] = next(view.namespace_arguments for view in of_tag)
            taken: set[str] = set()
            for view, method in methods:
                if method.name in taken:
                    raise SpecFault(view.operation.pointer, f"two methods of {tag} would be called {method.name}")
                taken.add(method.name)
            shadowed = sorted(taken & _SHADOWS)
            given = [
                (f"{classes[tag]}{class_name(method.name)}Arguments", view, method)
                for view, method in methods
                if view.response_format and method.name == view.method
            ]
            for prefix in ("", "async_"):
                self._template(
                    f"resources/{prefix}{tag}.py",
                    "resource",
                    name=classes[tag],
                    tag=tag,
                    methods=methods,
                    arguments=arguments[tag],
                    text=texts.get(tag, ""),
                    given_classes=given,
                    shadowed=shadowed,
                    models="_models" if "models" in taken else "models",
                    asynchronous=bool(prefix),
                )
            params[tag] = self._params(tag, methods)
        self._template("resources/__init__.py", "resources_index", classes=classes, texts=texts, arguments=arguments)
        found = {tag: names for tag, names in params.items() if names}
        self._index("params", "The keyword arguments of the client's methods", found)

    def _of_models(self, annotation: str, models: str) -> str:
        """An annotation that finds the models in their package, which imports each when the annotation is resolved."""
        return _in_code(annotation, lambda code: re.sub(r"\w+", lambda word: self._found_in(models, word[0]), code))

    def _found_in(self, models: str, word: str) -> str:
        return f"{models}.{word}" if word in self.symbols else word

    def _params(self, tag: str, methods: list[tuple[OperationView, Method]]) -> list[str]:
        """Render the TypedDicts of the arguments of one resource's methods, and return their names."""
        found: list[tuple[str, str, list[Argument]]] = []
        for view in dict.fromkeys(view for view, _ in methods):
            of_view = [method for other, method in methods if other is view and method.kind != "wait"]
            arguments = [argument for argument in of_view[0].arguments if argument.place != "path"]
            if arguments:
                name = class_name(f"{tag}_{of_view[0].name}_params")
                found.append((name, ", ".join(f"`{method.name}()`" for method in of_view), arguments))
        if found:
            self._template(f"params/{tag}.py", "params", "..models.", tag=tag, params=found)
        return [name for name, _, _ in found]


def _compact(parts: list[str], indent: int = 4) -> str:
    """Comma-separated parts, wrapped."""
    if not parts:
        return ""
    pad = " " * indent
    return textwrap.fill(", ".join(parts) + ",", 118, initial_indent=pad, subsequent_indent=pad, break_long_words=False)


def _alias(annotation: str, name: str) -> str:
    """The definition of a type alias; one that contains itself has a placeholder there until hints are resolved."""
    own = re.compile(rf"\b{name}\b")
    if not own.search(annotation):
        return f"{name}: TypeAlias = {annotation}"
    quoted = own.sub(f'"{name}"', annotation)
    checked = f"if TYPE_CHECKING:\n    {name}: TypeAlias = {quoted}\n"
    return f"{checked}else:\n    {name} = later({name!r})\n    {name} = {annotation}"


def _awaited(text: str, view: OperationView, method: Method) -> str:
    """A docstring for the async twin of a method."""
    if method.kind == "stream":
        text = re.sub(r"^( +)(?=with client\.|for \w+ in stream)", r"\1async ", text, flags=re.MULTILINE)
        return text.replace("= stream.final()", "= await stream.final()")
    if method.kind == "page":
        return text.replace("    for item in client.", "    async for item in client.")
    return re.sub(rf"^    (?=client\.{view.tag}\b.*\.{method.name}\()", "    await ", text, flags=re.MULTILINE)


def _unshadowed(annotation: str, shadowed: list[str]) -> str:
    """An annotation for a class in which a method hides a builtin such as list, or a type such as date."""
    for name in shadowed:
        hidden = re.compile(rf"(?<![\w.]){name}(?=\[|\b(?!:))")
        annotation = _in_code(annotation, partial(hidden.sub, f"{'_dates' if 'date' in name else 'builtins'}.{name}"))
    return annotation


def _in_code(annotation: str, change: Callable[[str], str]) -> str:
    """Change an annotation, but not the texts in it, such as that of `Literal["list"]`."""
    parts = re.split(r"""("[^"]*"|'[^']*')""", annotation)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))
