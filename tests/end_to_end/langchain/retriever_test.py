"""The retriever against a running server: retriever_test.py URL."""
import asyncio
import json
import sys
import urllib.parse
import urllib.request

from retriever import DatelineRetriever


def check(holds, what):
    if not holds:
        raise SystemExit(f"failed: {what}")


url = sys.argv[1]
documents = DatelineRetriever(url=url).invoke("harbour")
check(documents, "something is found")
check(any("arbour" in document.page_content + document.metadata["title"] for document in documents), "by its words")
for document in documents:
    about = document.metadata
    with urllib.request.urlopen(f'{url}/articles/{urllib.parse.quote(about["id"])}') as reply:
        text = json.load(reply)["text"].encode()
    check(text[about["start"]:about["end"]].decode() == document.page_content, "a document is a part of its article")
check(len({document.id for document in documents}) == len(documents), "each has an id of its own")
check(len(DatelineRetriever(url=url, request={"limit": 1}).invoke("")) == 1, "fields of a request hold")
check(DatelineRetriever(url=url, request={"from": "2500"}).invoke("harbour") == [], "nothing is found in 2500")
check(asyncio.run(DatelineRetriever(url=url).ainvoke("harbour")) == documents, "the same without waiting")
print(len(documents), "documents")
