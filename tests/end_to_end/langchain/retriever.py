"""Dateline as a retriever of LangChain: passages of news as documents, with what it takes to cite them."""
import json
import urllib.request

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever


class DatelineRetriever(BaseRetriever):
    url: str = "http://127.0.0.1:7700"
    request: dict = {}  # fields of a request: countries, from, to, limit, ...

    def _get_relevant_documents(self, query, *, run_manager=None):
        body = json.dumps({"facets": False, **self.request, "query": query}).encode()
        asked = urllib.request.Request(self.url + "/search", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, timeout=30) as reply:
            passages = json.load(reply)["passages"]
        return [Document(id=f'{passage["article"]["id"]}#{passage["start"]}', page_content=passage["text"],
                         metadata={**passage["article"], "start": passage["start"], "end": passage["end"],
                                   "score": passage["score"]})
                for passage in passages]
