/// Links the biographies of a wiki to a library's authority file: from a dump to links, edits for
/// the wiki, statements for Wikidata and a report for the library.
///
/// Entry point is [org.handsel.readiness.link.LinkRun].
@NullMarked
package org.handsel.readiness.link;

import org.jspecify.annotations.NullMarked;
