/// Pages on paper: PDF from HTML, with the fonts of this machine.
///
/// Entry point is [org.handsel.platform.paper.Paper]. Uses no feature. Fonts by script are data:
/// `fonts.tsv`.
@NullMarked
package org.handsel.platform.paper;

import org.jspecify.annotations.NullMarked;
