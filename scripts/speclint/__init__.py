"""The authoring rules of spec/openapi.yaml, which spec/README.md explains."""

from speclint import (
    extension_rules,
    generation_rules,
    name_rules,
    reply_rules,
    request_rules,
    schema_rules,
    stream_rules,
    text_rules,
    union_rules,
)
from speclint.registry import RULES, Exemption, LintFinding, exemptions, lint

__all__ = ["RULES", "Exemption", "LintFinding", "exemptions", "lint"]

# Importing a module registers its rules.
_MODULES = (
    *(extension_rules, generation_rules, name_rules, reply_rules, request_rules),
    *(schema_rules, stream_rules, text_rules, union_rules),
)
