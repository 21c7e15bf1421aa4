"""The authoring rules of spec/openapi.yaml; spec/README.md explains them to writers."""

from speclint import extensions, names, operations, replies, schemas, text, unions
from speclint.document import Document, SpecError
from speclint.rules import RULES, Exemption, Finding, exemptions, lint

__all__ = ["RULES", "Document", "Exemption", "Finding", "SpecError", "exemptions", "lint"]

# Importing a module of rules registers them.
_ = (extensions, names, operations, replies, schemas, text, unions)
