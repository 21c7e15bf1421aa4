"""Embed and store all texts of a folder in a collection of the vector database.

    python examples/upload_folder.py docs handbook

The key of a document is its path with a hash of its text. What is stored already is skipped, so after a crash or a
change the program can simply be started again.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from quant_ai import QuantAI, QuantAIError
from quant_ai.models import VectorDocumentParam

EMBEDDING_MODEL = "amazon.titan-embed-text-v2:0"


def main(folder: str, collection: str) -> None:
    """Upload what is new in the folder."""
    with QuantAI() as client:
        collection_id = find_or_create(client, collection)
        stored = {document.key for document in client.vector_db.list_documents(collection_id) if document.key}
        new = (document for document in documents(Path(folder)) if document.get("key") not in stored)
        result = client.vector_db.upload_many(
            collection_id,
            new,
            batch_size=20,
            on_progress=lambda done, failed: print(f"{done} stored, {failed} failed", file=sys.stderr),
        )
        print(f"{len(stored)} were stored before, {result.uploaded} are new, {len(result.failures)} failed")
        for failure in result.failures:
            print(failure, file=sys.stderr)


def find_or_create(client: QuantAI, name: str) -> str:
    """The id of the collection with this name."""
    for collection in client.vector_db.list_collections().collections:
        if collection.name == name:
            return collection.collection_id
    return client.vector_db.create_collection(name=name, embedding_model=EMBEDDING_MODEL).collection.collection_id


def documents(folder: Path) -> Iterator[VectorDocumentParam]:
    """A document for each paragraph of each text file."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".md", ".txt"):
            continue
        for number, paragraph in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
            if len(paragraph) >= 10:
                digest = hashlib.sha256(paragraph.encode()).hexdigest()[:12]
                yield {
                    "key": f"{path.relative_to(folder).as_posix()}#{number}-{digest}",
                    "content": paragraph,
                    "metadata": {"path": path.as_posix()},
                }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: upload_folder.py FOLDER COLLECTION")
    if not Path(sys.argv[1]).is_dir():
        sys.exit(f"{sys.argv[1]} is not a folder")
    try:
        main(sys.argv[1], sys.argv[2])
    except QuantAIError as error:
        sys.exit(str(error))  # one line on stderr, and the exit status 1
    except KeyboardInterrupt:
        sys.exit(130)
