"""formats_test.py SEARCHER INDEX: every format of one answer, read by the library it is for. After
each, the offsets that came along must still cut the passage out of the stored article: `start` and
`end` in bytes, `start_char` and `end_char` in what Python counts."""
import csv
import io
import json
import re
import subprocess
import sys

from haystack import Document as HaystackDocument
from langchain_core.documents import Document as LangChainDocument
from llama_index.core.schema import MetadataMode, NodeRelationship, NodeWithScore, TextNode

SEARCHER, INDEX = sys.argv[1:3]


def run(*arguments):
    done = subprocess.run([SEARCHER, *arguments, "--index", INDEX], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def query(form, *options):
    return run("query", "harbour", "--passage-words", "10", "--format", form, *options)


ANSWER = json.loads(query("json"))
PASSAGES = ANSWER["passages"]
TEXTS = {}
for passage in PASSAGES:
    ident = passage["article"]["id"]
    TEXTS[ident] = json.loads(run("show", ident, "--format", "json"))["text"]


def check_cut(ident, text, start, end, start_char=None, end_char=None):
    stored = TEXTS[ident]
    assert stored.encode("utf-8")[int(start):int(end)].decode("utf-8") == text, (ident, text)
    if start_char is not None:
        assert stored[int(start_char):int(end_char)] == text, (ident, text)


def check_metadata(metadata, text, passage):
    check_cut(metadata["article_id"], text, metadata["start"], metadata["end"],
              metadata["start_char"], metadata["end_char"])
    assert text == passage["text"]
    assert metadata["rank"] == passage["rank"]
    for key in ("title", "url", "source", "language", "date", "date_precision", "countries",
                "primary_country"):
        assert metadata[key] == passage["article"][key], key


def check_json():
    for passage in PASSAGES:
        check_cut(passage["article"]["id"], passage["text"], passage["start"], passage["end"],
                  passage["start_char"], passage["end_char"])


def check_jsonl():
    assert [json.loads(line) for line in query("jsonl").split("\n")[:-1]] == PASSAGES


def check_trec():
    rows = [line.split() for line in query("trec").splitlines()]
    ids = list(dict.fromkeys(p["article"]["id"].replace(" ", "%20") for p in PASSAGES))
    assert [row[2] for row in rows] == ids
    assert [row[3] for row in rows] == [str(at + 1) for at in range(len(ids))]
    assert all(len(row) == 6 and float(row[4]) > 0 for row in rows)


def check_csv():
    rows = list(csv.DictReader(io.StringIO(query("csv"), newline=""), strict=True))
    assert len(rows) == len(PASSAGES)
    for row, passage in zip(rows, PASSAGES):
        assert row["text"] == passage["text"] and row["title"] == passage["article"]["title"]
        assert row["countries"].split() == passage["article"]["countries"]
        check_cut(row["id"], row["text"], row["start"], row["end"], row["start_char"], row["end_char"])
        assert json.loads(row["highlights"]) == passage["highlights"]
        assert json.loads(row["also_in"]) == passage["also_in"]
    explained = json.loads(query("json", "--explain"))["passages"]
    rows = list(csv.DictReader(io.StringIO(query("csv", "--explain", "--fields", "explanation"))))
    assert [json.loads(row["explanation"]) for row in rows] == [p["explanation"] for p in explained]


def check_markdown():
    blocks = re.findall(r"((?:^>.*\n)+)\n^\[(\d+)\] (.*) \((.*) (\d+):(\d+)\)$", query("markdown"), re.M)
    assert len(blocks) == len(PASSAGES)
    for (quotation, rank, _, ident, start, end), passage in zip(blocks, PASSAGES):
        assert int(rank) == passage["rank"] and ident == passage["article"]["id"]
        check_cut(ident, "\n".join(line[2:] for line in quotation[:-1].split("\n")), start, end)


def check_langchain():
    records = [json.loads(line) for line in query("langchain").split("\n")[:-1]]
    documents = [LangChainDocument(**record) for record in records]
    assert len(documents) == len(PASSAGES)
    for document, passage in zip(documents, PASSAGES):
        again = LangChainDocument.model_validate_json(document.model_dump_json())
        check_metadata(again.metadata, again.page_content, passage)
        assert again.id == document.id
    assert len({document.id for document in documents}) == len(documents)


def check_llamaindex():
    records = [json.loads(line) for line in query("llamaindex").split("\n")[:-1]]
    nodes = [NodeWithScore(node=TextNode.from_dict(record["node"]), score=record["score"])
             for record in records]
    assert len(nodes) == len(PASSAGES)
    for node, passage in zip(nodes, PASSAGES):
        again = NodeWithScore(node=TextNode.from_json(node.node.to_json()), score=node.score)
        check_metadata(again.node.metadata, again.node.text, passage)
        check_cut(again.node.ref_doc_id, again.node.text, again.node.metadata["start"],
                  again.node.metadata["end"], again.node.start_char_idx, again.node.end_char_idx)
        assert again.node.relationships[NodeRelationship.SOURCE].node_id == passage["article"]["id"]
        assert again.score == passage["score"]
        assert "start_char" not in again.node.get_content(MetadataMode.LLM)
        assert passage["article"]["title"] in again.node.get_content(MetadataMode.LLM)


def check_haystack():
    records = [json.loads(line) for line in query("haystack").split("\n")[:-1]]
    documents = [HaystackDocument.from_dict(record) for record in records]
    assert len(documents) == len(PASSAGES)
    for document, record, passage in zip(documents, records, PASSAGES):
        again = HaystackDocument.from_dict(document.to_dict())
        assert again == document and again.id == record["id"]
        check_metadata(again.meta, again.content, passage)
        assert again.score == passage["score"]


def check_openai():
    results = json.loads(query("openai"))["results"]
    assert len(results) == len(PASSAGES)
    for result, passage in zip(results, PASSAGES):
        assert {"id", "title", "url", "text"} <= result.keys()
        fetched = json.loads(run("show", result["id"], "--format", "openai"))
        assert list(fetched) == ["id", "title", "text", "url", "metadata"]
        assert fetched["text"] == TEXTS[result["id"]] and fetched["metadata"]["language"]
        check_cut(result["id"], result["text"], result["start"], result["end"],
                  result["start_char"], result["end_char"])


assert len(TEXTS) == 5 and len(PASSAGES) > 5, (len(TEXTS), len(PASSAGES))
for check in (check_json, check_jsonl, check_trec, check_csv, check_markdown, check_langchain,
              check_llamaindex, check_haystack, check_openai):
    check()
    print("ok", check.__name__)
