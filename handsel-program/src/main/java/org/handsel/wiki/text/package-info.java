/// Titles and markup of MediaWiki.
///
/// Entry points are [org.handsel.wiki.text.FileTitles], which makes and judges names of files, and
/// [org.handsel.wiki.text.Wikitext], which makes text harmless. Both are pure functions without
/// state. What is replaced in a title is data: `title-characters.tsv`, `prohibited-extensions.tsv`.
@NullMarked
package org.handsel.wiki.text;

import org.jspecify.annotations.NullMarked;
