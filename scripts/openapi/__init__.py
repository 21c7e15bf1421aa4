"""The one reader of spec/openapi.yaml, for the generator, the linter, the differ and the table of operations."""

from openapi.spec import Spec, SpecMedia
from openapi.spec_errors import Pointer, SpecFault, SpecFileError
from openapi.spec_operation import METHODS, MINORS_UNTIL_REMOVAL, SpecOperation, SpecParameter, SpecPart
from openapi.spec_schema import SpecSchema, adds_nothing, conditional_properties
from openapi.yaml_edits import YamlEdits
from openapi.yaml_file import Flaw, YamlFile, ref_name, ref_pointer
from openapi.yaml_style import block

__all__ = [
    "METHODS",
    "MINORS_UNTIL_REMOVAL",
    "Flaw",
    "Pointer",
    "Spec",
    "SpecFault",
    "SpecFileError",
    "SpecMedia",
    "SpecOperation",
    "SpecParameter",
    "SpecPart",
    "SpecSchema",
    "YamlEdits",
    "YamlFile",
    "adds_nothing",
    "block",
    "conditional_properties",
    "ref_name",
    "ref_pointer",
]
