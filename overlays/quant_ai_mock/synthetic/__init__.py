"""Pure inventions, deterministic under the seed: models, text, vectors, images, web sites and schema values."""
