/// What linking writes, `links.tsv` and `candidates.tsv`, read and rewritten row by row.
///
/// Entry point is [org.handsel.authority.links.LinkFiles].
@NullMarked
package org.handsel.authority.links;

import org.jspecify.annotations.NullMarked;
