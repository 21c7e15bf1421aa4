"""The authoring rules of spec/openapi.yaml; spec/README.md explains them to writers."""

from speclint import (
    extension_rules,
    name_rules,
    reply_rules,
    request_rules,
    schema_rules,
    stream_rules,
    text_rules,
    union_rules,
)
from speclint.document import Document, SpecError
from speclint.registry import RULES, Exemption, Finding, exemptions, lint

__all__ = ["RULES", "Document", "Exemption", "Finding", "SpecError", "exemptions", "lint"]

# Importing a module of rules registers them.
_ = (extension_rules, name_rules, reply_rules, request_rules, schema_rules, stream_rules, text_rules, union_rules)
