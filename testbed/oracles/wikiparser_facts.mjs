// wikiparser_facts.mjs JOB.json - reads pages (from pages.py) and prints what wikiparser-node sees in them, in the form of
// mwparserfromhell_facts.py. Runs in the folder into which install.sh has put the package.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Parser from 'wikiparser-node';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const config = JSON.parse(
  readFileSync(new URL('./node_modules/wikiparser-node/config/default.json', import.meta.url), 'utf8'));
for (const name of job.categories) {
  config.nsid[name.toLowerCase()] = 14;
}
for (const name of job.templateNamespaces) {
  config.nsid[name.toLowerCase()] = 10;
}
Parser.config = config;

// The parser keeps underscores and marks of direction, which MediaWiki takes out of titles.
const name = (title) =>
  title.slice(title.indexOf(':') + 1).replace(/[\u200e\u200f\u202a-\u202e]/g, '').replaceAll('_', ' ').trim();
const templates = new Map(Object.entries(job.templates));
const pages = [];
for await (const line of createInterface({ input: process.stdin })) {
  pages.push(JSON.parse(line));
}
const redirects = new Map(pages.filter((page) => page.ns === 10 && page.redirect)
  .map((page) => [name(page.title), name(page.redirect)]));
for (const alias of redirects.keys()) {
  let target = alias;
  for (let step = 0; step < 5 && !templates.has(target); step++) {
    target = redirects.get(target) ?? target;
  }
  if (templates.has(target) && !templates.has(alias)) {
    templates.set(alias, templates.get(target));
  }
}

const print = (...row) => process.stdout.write(`${JSON.stringify(row)}\n`);
for (const { title, text } of pages) {
  const root = Parser.parse(text, false, 6);
  for (const link of root.querySelectorAll('category')) {
    // A name with a template or parameter in it is known to MediaWiki only.
    if (!link.name.includes('{{')) {
      print('category', title, name(link.name), link.sortkey ?? '');
    }
  }
  for (const call of root.querySelectorAll('template')) {
    const counted = templates.get(name(call.name));
    if (counted) {
      const values = new Map();
      for (const argument of call.getAllArgs()) {
        values.set(argument.name, String(argument.value).trim());
      }
      for (const [key, value] of values.size > 0 ? values : [['', '']]) {
        print('template', title, counted, key, value);
      }
    }
  }
}
