"""Run the parser of openapi-python-client on the skeleton, and check that it kept everything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser import openapi as parser
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import model_property
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.schema import ParameterLocation

from openapi import Pointer, Spec, SpecFault
from openapi.python_names import FIELD_PREFIX, class_name
from openapi.spec_operation import STREAM

from .member_names import name_members
from .parser_properties import extra_of
from .skeleton import Skeleton, is_scalar

# We encode the parameters ourselves, so that a header can have any type too, and a path parameter any name.
PropertyProtocol._allowed_locations = {*PropertyProtocol._allowed_locations, ParameterLocation.HEADER}
parser._PATH_PARAM_REGEX = re.compile(r"{([^{}]*)}")

# `name_members` chooses the names.
model_property._resolve_naming_conflict = lambda *_: None
Endpoint._check_parameters_for_conflicts = lambda endpoint, **_: endpoint  # type: ignore[method-assign]


def parse(spec: Spec, skeleton: Skeleton, templates: Path) -> Project:
    """Parse the skeleton into a project.

    Raises:
        SpecFault: The parser refused or lost something.
    """
    config = Config.from_sources(
        ConfigFile(literal_enums=True, field_prefix=FIELD_PREFIX, package_name_override="quant_ai_client"),
        MetaType.NONE,
        document_source="",
        file_encoding="utf-8",
        overwrite=True,
        output_path=Path(),
    )
    openapi = GeneratorData.from_dict(skeleton.data, config=config)
    if isinstance(openapi, GeneratorError):
        raise SpecFault((), _text(openapi))
    problems: list[GeneratorError] = list(openapi.errors)
    for collection in openapi.endpoint_collections_by_tag.values():
        problems.extend(collection.parse_errors)
    for problem in problems:
        raise SpecFault(_pointer(problem, spec), _text(problem))
    _check_schemas(spec, skeleton, openapi)
    _check_operations(spec, openapi)
    name_members(openapi, spec, endpoints(openapi))
    return Project(openapi=openapi, config=config, custom_template_path=templates)


def endpoints(openapi: GeneratorData) -> dict[int, Endpoint]:
    """What the parser made of the operations, each by its place among those of the spec."""
    return {
        int(endpoint.path.get_untrusted_value().split("/")[1]): endpoint
        for collection in openapi.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }


def _check_schemas(spec: Spec, skeleton: Skeleton, openapi: GeneratorData) -> None:
    classes = [schema.class_info for schema in (*openapi.models, *openapi.enums)]
    modules: dict[str, str] = {}
    for schema in (*openapi.models, *openapi.enums):
        name, module = str(schema.class_info.name), str(schema.class_info.module_name)
        if (other := modules.setdefault(module, name)) != name:
            what = f"the classes {other} and {name} would share the module {module}; name one of them in another way"
            raise SpecFault(tuple(extra_of(schema).get("x-source", ("components", "schemas", name))), what)
    kept = {info.name for info in classes}
    for name, schema in spec.components("schemas").items():
        if name not in skeleton.frames and not is_scalar(schema) and class_name(name) not in kept:
            raise SpecFault(("components", "schemas", name), f"the parser lost the schema {name}")


def _check_operations(spec: Spec, openapi: GeneratorData) -> None:
    kept_operations = endpoints(openapi)
    modules: set[tuple[str, str]] = set()
    for index, operation in enumerate(spec.operations):
        endpoint = kept_operations.get(index)
        if endpoint is None:
            raise SpecFault(operation.pointer, f"the operation {operation.id} was lost by the parser")
        if (operation.resource, operation.module) in modules:
            what = f"{operation.id} and another operation would share the module {operation.module}"
            raise SpecFault((*operation.pointer, "operationId"), f"{what}; rename one of them")
        modules.add((operation.resource, operation.module))
        kept = {(place.value, prop.name.get_untrusted_value()) for place, prop in endpoint.iter_all_parameters()}
        for parameter in operation.parameters:
            if (parameter.location, parameter.name) not in kept:
                raise SpecFault(
                    operation.pointer, f"{operation.id}: the parameter {parameter.name} was lost by the parser"
                )
        statuses = {response.status_code.pattern for response in endpoint.responses}
        for status, part in operation.responses.items():
            if status not in statuses and STREAM not in part.content:
                raise SpecFault(
                    (*operation.pointer, "responses", status), f"{operation.id}: the reply {status} was lost"
                )
        if operation.body and len(endpoint.bodies) != 1:
            raise SpecFault((*operation.pointer, "requestBody"), f"{operation.id}: the body was lost by the parser")


_PLACE = r"/(\d+)(?:/\{[^}]*\})*"  # the paths of the skeleton


def _text(problem: GeneratorError) -> str:
    text = f"{problem.header.strip()} {problem.detail or ''}".strip()
    if name := re.search(r'duplicate models with name "(\w+)"', text):
        return f"two objects would both be the class {name[1]}; write one of them in components/schemas"
    text = re.sub(r"<\S*UntrustedString object at \S+>", "…", text)
    return " ".join(text.split())


def _pointer(problem: GeneratorError, spec: Spec) -> Pointer:
    """The place of a problem, as far as the parser's message names it."""
    text = f"{problem.header} {problem.detail}"
    if found := re.search(r"/components/schemas/(\w+)", text):
        return ("components", "schemas", found[1])
    if found := re.search(rf"\b[A-Z]+ {_PLACE}", text):
        return spec.operations[int(found[1])].pointer
    data: Any = getattr(problem, "data", None)
    extra = getattr(data, "model_extra", None) or {}
    return tuple(extra.get("x-source", ()))
