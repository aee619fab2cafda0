/// Reads the dumps of a wiki: export XML plain or packed, folders and archives of wikitext, tables.
///
/// Entry points are [org.handsel.wiki.dump.Dumps] for pages and [org.handsel.wiki.dump.SqlTables]
/// for tables. Everything streams: memory does not grow with the dump.
@NullMarked
package org.handsel.wiki.dump;

import org.jspecify.annotations.NullMarked;
