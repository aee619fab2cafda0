#!/usr/bin/python3
"""pages.py DUMP - splits a dump into pages for the oracles, one JSON object a line: title, ns, redirect, text.

Reads export XML (plain, .bz2, .gz, .xz; also a lone <page> and a dump that is cut off) with Expat, and archives of
TITLE.wikitext whose text is escaped once. Shares no code with Handsel. Pages that are no wikitext are left out.
"""
import bz2
import gzip
import json
import lzma
import re
import sys
import tarfile
import urllib.parse
from xml.parsers import expat


def opened(path):
    with open(path, "rb") as file:
        start = file.read(6)
    if start[:3] == b"BZh":
        return bz2.open(path)
    if start[:2] == b"\x1f\x8b":
        return gzip.open(path)
    if start == b"\xfd7zXZ\x00":
        return lzma.open(path)
    return open(path, "rb")


class Pages:
    def __init__(self, out):
        self.out = out
        self.path = []
        self.text = []
        self.page = {}
        self.names = {}

    def start(self, name, attributes):
        self.path.append(name)
        self.text = []
        if name == "page":
            self.page = {"title": "", "redirect": "", "text": "", "model": "wikitext"}
        if name == "redirect":
            self.page["redirect"] = attributes.get("title", "")
        if name == "namespace":
            self.names["key"] = attributes.get("key", "0")

    def data(self, data):
        self.text.append(data)

    def end(self, name):
        text = "".join(self.text)
        inside = self.path[-2] if len(self.path) > 1 else ""
        self.path.pop()
        if name == "namespace":
            self.names[text] = int(self.names["key"])
        elif inside == "page" and name in ("title", "ns"):
            self.page[name] = text
        elif inside in ("revision", "content") and name in ("text", "model"):
            # Further slots come in <content> behind the main one.
            if inside == "revision" or "content" not in self.page:
                self.page[name] = text
        elif name == "page":
            self.finish()

    def finish(self):
        page = self.page
        if page["model"] != "wikitext":
            return
        if "ns" not in page:
            prefix = page["title"].split(":")[0]
            page["ns"] = self.names.get(prefix, 0) if ":" in page["title"] else 0
        put(self.out, page["title"], int(page["ns"]), page["redirect"], page["text"])


def put(out, title, ns, redirect, text):
    out.write(json.dumps({"title": title, "ns": ns, "redirect": redirect, "text": text}) + "\n")


def xml(path, out):
    pages = Pages(out)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = pages.start
    parser.EndElementHandler = pages.end
    parser.CharacterDataHandler = pages.data
    with opened(path) as file:
        try:
            for chunk in iter(lambda: file.read(1 << 20), b""):
                parser.Parse(chunk)
            parser.Parse(b"", True)
        except (expat.ExpatError, EOFError) as problem:
            # What is whole was handed over already; a dump that is cut off ends here.
            print(f"{path}: {problem}", file=sys.stderr)


def archive(path, out):
    with tarfile.open(path) as tar:
        for member in tar:
            name = re.sub(r".*/", "", member.name)
            if member.isfile() and name.endswith(".wikitext"):
                title = urllib.parse.unquote(name[: -len(".wikitext")]).replace("_", " ")
                text = tar.extractfile(member).read().decode("utf-8")
                put(out, title, 0, "", unescaped(text))


def unescaped(text):
    """One level of XML's own entities and no other."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


if __name__ == "__main__":
    (archive if ".tar" in sys.argv[1] else xml)(sys.argv[1], sys.stdout)
