"""Lists and calls every tool: client_test.py SEARCHER INDEX."""
import asyncio
import json
import sys

from mcp import Client, StdioServerParameters


def check(holds, what):
    if not holds:
        raise SystemExit(f"failed: {what}")


async def main(searcher, index):
    server = StdioServerParameters(command=searcher, args=["mcp", "--index", index])
    for mode in ("auto", "legacy"):
        async with Client(server, mode=mode) as client:
            tools = (await client.list_tools()).tools
            check([tool.name for tool in tools] == ["search", "fetch", "facets", "verify"], "the tools")
            check(all(tool.annotations.read_only_hint for tool in tools), "they only read")
            everything = await client.call_tool("search", {"query": "", "limit": 5})
            check(not everything.is_error, "a search")
            results = everything.structured_content["results"]
            check(len(results) > 0, "results")
            check(json.loads(everything.content[0].text) == everything.structured_content, "text")
            for result in results:
                article = (await client.call_tool("fetch", {"id": result["id"]})).structured_content
                cited = article["text"].encode()[result["start"]:result["end"]].decode()
                check(cited == result["text"], "a passage is a part of its article")
            counted = await client.call_tool("facets", {"query": ""})
            check(counted.structured_content["total_articles"] > 0, "counts")
            check("country" in counted.structured_content["facets"], "countries")
            quote = results[0]["text"]
            verified = await client.call_tool("verify", {"quote": quote})
            check(verified.structured_content["verdict"] == "exact", "a passage is a quote")
            wrong = await client.call_tool("search", {"query": "a", "countries": ["Atlantis"]})
            check(wrong.is_error and "Atlantis" in wrong.content[0].text, "an error that says why")
            print(mode, client.protocol_version, len(results), "articles read")


asyncio.run(main(*sys.argv[1:]))
