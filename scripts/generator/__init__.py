"""The generator of the client: spec, skeleton, parser, views, templates."""
