"""The list of models."""

from __future__ import annotations

import pytest
from tests.mock.support.client import MODEL, ApiClient, ok


def test_the_list_holds_both_sets_of_capability_flags(api: ApiClient) -> None:
    reply = ok(api.get("/models"))
    assert reply["count"] == len(reply["models"]) > 10
    flags = next(model for model in reply["models"] if model["id"] == MODEL)["capabilities"]
    assert flags["multimodal"] is flags["supportsVision"] is True
    assert flags["toolUse"] is flags["supportsTools"] is False


@pytest.mark.parametrize(
    ("feature", "inside", "outside"),
    [
        ("chat", MODEL, "amazon.titan-embed-text-v2:0"),
        ("embeddings", "amazon.titan-embed-text-v2:0", MODEL),
        ("vision", MODEL, "amazon.nova-micro-v1:0"),
        ("image_generation", "amazon.nova-canvas-v1:0", MODEL),
    ],
)
def test_a_feature_filters_the_list_in_either_spelling(api: ApiClient, feature: str, inside: str, outside: str) -> None:
    by_value = ok(api.get("/models", feature=feature))["models"]
    by_name = ok(api.http.get(f"/models?{feature}=true"))["models"]
    ids = {model["id"] for model in by_value}
    assert by_value == by_name
    assert inside in ids
    assert outside not in ids


def test_a_model_has_details_under_its_id_encoded_or_not(api: ApiClient) -> None:
    plain, encoded = ok(api.http.get(f"/models/{MODEL}")), ok(api.http.get(f"/models/{MODEL.replace(':', '%3A')}"))
    assert plain == encoded
    assert plain["pricing"] == {"inputPerMToken": 0.06, "outputPerMToken": 0.24, "currency": "USD"}
    assert plain["releaseDate"] == "2024-12-03"


def test_an_unknown_model_is_404_with_its_code(api: ApiClient) -> None:
    assert ok(api.get("/models/none"), 404) == {"message": "Model not found", "code": "MODEL_NOT_FOUND"}
    assert ok(api.chat(model="none"), 404)["code"] == "MODEL_NOT_FOUND"
