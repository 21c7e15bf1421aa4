"""Embeddings and images: deterministic, and in the requested size."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock.synthetic.png import draw_png, size_of
from quant_ai_mock.synthetic.vectors import embed


def test_one_text_gives_one_vector_and_a_list_gives_a_list(api: ApiClient) -> None:
    one = ok(api.post("/embeddings", {"input": "Hello"}))
    many = ok(api.post("/embeddings", {"input": ["Hello"]}))
    assert (len(one["embeddings"]), one["dimension"]) == (1024, 1024)
    assert many["embeddings"] == [one["embeddings"]]
    assert one["usage"]["inputTokens"] == one["usage"]["totalTokens"] > 0


@pytest.mark.parametrize("dimensions", [256, 512, 1024, 8192])
def test_every_length_is_given(api: ApiClient, dimensions: int) -> None:
    reply = ok(api.post("/embeddings", {"input": "Hello", "dimensions": dimensions}))
    assert len(reply["embeddings"]) == reply["dimension"] == dimensions


@pytest.mark.parametrize(
    ("model", "length"), [("amazon.titan-embed-text-v1:0", 1536), ("cohere.embed-english-v3", 1024)]
)
def test_a_model_of_one_length_keeps_to_it(api: ApiClient, model: str, length: int) -> None:
    assert ok(api.post("/embeddings", {"input": "x", "modelId": model, "dimensions": 256}))["dimension"] == length


@given(st.text(min_size=1), st.sampled_from([2, 256, 1024]))
@settings(max_examples=100)
def test_a_normalised_vector_has_length_one(text: str, dimensions: int) -> None:
    vector = embed(text, dimensions)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-4)
    assert 0.0 not in vector


def test_a_vector_is_not_normalized_on_request(api: ApiClient) -> None:
    asked = {"input": "Hello out there", "dimensions": 256}
    normal = np.array(ok(api.post("/embeddings", asked))["embeddings"])
    long = np.array(ok(api.post("/embeddings", {**asked, "normalize": False}))["embeddings"])
    assert np.linalg.norm(long) > 1.5
    assert long / np.linalg.norm(long) == pytest.approx(normal, abs=1e-4)


def test_texts_that_share_words_are_closer_than_strangers() -> None:
    question, near, far = (
        np.array(embed(text, 1024))
        for text in ("opening hours of the office", "The office opens at nine", "A zebra ran")
    )
    assert question @ near > question @ far + 0.2


def test_more_than_100_texts_are_refused(api: ApiClient) -> None:
    assert api.post("/embeddings", {"input": ["x"] * 100, "dimensions": 256}).status_code == 200
    assert list(ok(api.post("/embeddings", {"input": ["x"] * 101}), 422)["errors"]) == ["input"]


def draw(api: ApiClient, **fields: Any) -> Any:
    body = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "A lighthouse"}, **fields}
    return ok(api.post("/image-generation", body))


def test_images_are_pngs_of_the_requested_size(api: ApiClient) -> None:
    config = {"width": 640, "height": 320, "numberOfImages": 2}
    images = [base64.b64decode(image) for image in draw(api, imageGenerationConfig=config)["images"]]
    assert [size_of(image) for image in images] == [(640, 320)] * 2
    assert images[0] != images[1]
    assert all(pixels(image) == 640 * 320 for image in images)


def test_the_parameters_stand_in_the_file(api: ApiClient) -> None:
    image = base64.b64decode(draw(api, imageGenerationConfig={"width": 320, "height": 320, "seed": 7})["images"][0])
    assert b'"text":"A lighthouse"' in image
    assert b'"seed":7' in image


def test_the_same_request_draws_the_same_image(api: ApiClient) -> None:
    small = {"width": 320, "height": 320}
    assert draw(api, imageGenerationConfig=small) == draw(api, imageGenerationConfig=small)
    assert draw(api, imageGenerationConfig=small) != draw(api, imageGenerationConfig=small | {"seed": 2})


def test_a_background_removal_keeps_the_size_of_its_image(api: ApiClient) -> None:
    image = base64.b64encode(draw_png(48, 30, "seed", "text")).decode()
    reply = ok(
        api.post("/image-generation", {"taskType": "BACKGROUND_REMOVAL", "backgroundRemovalParams": {"image": image}})
    )
    assert size_of(base64.b64decode(reply["images"][0])) == (48, 30)


def test_a_mask_that_was_found_by_words_is_shown(api: ApiClient) -> None:
    pixel = base64.b64encode(draw_png(16, 16, "seed", "text")).decode()
    params = {"image": pixel, "maskPrompt": "the car", "text": "a flower bed"}
    reply = ok(api.post("/image-generation", {"taskType": "INPAINTING", "inPaintingParams": params}))
    assert size_of(base64.b64decode(reply["maskImage"])) == (16, 16)


def test_a_task_needs_its_object(api: ApiClient) -> None:
    reply = ok(api.post("/image-generation", {"taskType": "INPAINTING"}), 422)
    assert reply["errors"]


def pixels(image: bytes) -> int:
    """The number of pixels in the file, after checking the checksum of every chunk."""
    at, compressed, width = 8, b"", 0
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        kind, content = image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + content) == struct.unpack(">I", image[at + 8 + length : at + 12 + length])[0]
        if kind == b"IHDR":
            (width,) = struct.unpack(">I", content[:4])
        if kind == b"IDAT":
            compressed += content
        at += 12 + length
    rows = zlib.decompress(compressed)
    assert len(rows) % (width + 1) == 0
    return len(rows) // (width + 1) * width
