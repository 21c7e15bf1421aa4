"""Write parts of spec/openapi.yaml: a new resource, and what is new in the vendor's document.

Both add to the text of the spec and change nothing that is there. What only a person can write is left as `TODO`, which
`make lint` reports at its line.
"""

from specdraft.resource import add_resource
from specdraft.vendor import VendorDraft, draft

__all__ = ["VendorDraft", "add_resource", "draft"]
