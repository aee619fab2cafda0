#!/usr/bin/python3
"""mwparserfromhell_facts.py JOB.json - reads pages (from pages.py) and prints what mwparserfromhell sees in them.

One JSON array a line: ["category", page, category, sort key] or ["template", page, template, parameter, value].
JOB.json: {"categories": [names of the namespace], "templateNamespaces": […], "templates": {name: name it counts as}}.
What belongs to MediaWiki's preprocessor and not to mwparserfromhell is done here: <includeonly> belongs to other pages.
"""
import html
import json
import re
import sys

import mwparserfromhell

BLANKS = re.compile("[ _\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e]")
TRANSCLUDED = re.compile(r"<includeonly>.*?(?:</includeonly>|\Z)", re.S | re.I)
BARE = re.compile(r"</?(?:noinclude|onlyinclude)\s*/?>", re.I)


def normal(title):
    title = BLANKS.sub(" ", DIRECTIONS.sub("", html.unescape(title))).strip()
    title = title.split("#")[0].strip()
    return title[:1].upper() + title[1:]


def plain(code):
    for comment in code.filter_comments(recursive=True):
        try:
            code.remove(comment, recursive=True)
        except ValueError:
            pass
    return str(code)


def split(written):
    prefix, colon, rest = written.partition(":")
    return (BLANKS.sub(" ", prefix).strip().lower(), rest) if colon else ("", written)


class Job:
    def __init__(self, job, pages):
        self.categories = {name.lower() for name in job["categories"]}
        self.namespaces = {name.lower() for name in job["templateNamespaces"]}
        self.templates = {normal(name): target for name, target in job["templates"].items()}
        redirects = {
            normal(page["title"].partition(":")[2]): normal(page["redirect"].partition(":")[2])
            for page in pages
            if page["ns"] == 10 and page["redirect"]
        }
        for name in redirects:
            target = name
            for _ in range(5):
                if target in self.templates:
                    break
                target = redirects.get(target, target)
            if target in self.templates:
                self.templates.setdefault(name, self.templates[target])

    def template(self, written):
        name = written.strip()
        prefix, rest = split(name)
        if prefix in ("subst", "safesubst", "msg", "raw"):
            return self.template(rest)
        return self.templates.get(normal(rest if prefix in self.namespaces else name))

    def page(self, title, text):
        code = mwparserfromhell.parse(BARE.sub("", TRANSCLUDED.sub("", text)), skip_style_tags=True)
        for link in code.filter_wikilinks(recursive=True):
            target = plain(link.title)
            if target.lstrip().startswith(":"):
                continue
            prefix, name = split(target)
            # A name with a template or parameter in it is known to MediaWiki only.
            if prefix in self.categories and "{{" not in name and normal(name):
                key = plain(link.text) if link.text is not None else ""
                yield ["category", title, normal(name), key]
        for call in code.filter_templates(recursive=True):
            name = self.template(plain(call.name))
            if name:
                values = {}
                for parameter in call.params:
                    key = plain(parameter.name).strip()
                    values[key] = plain(parameter.value).strip()
                for key, value in (values or {"": ""}).items():
                    yield ["template", title, name, key, value]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        settings = json.load(file)
    everything = [json.loads(line) for line in sys.stdin]
    job = Job(settings, everything)
    for page in everything:
        for row in job.page(page["title"], page["text"]):
            print(json.dumps(row))
