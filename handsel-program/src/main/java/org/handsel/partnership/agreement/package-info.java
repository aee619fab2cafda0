/// What is agreed with an institution: the rung of the ladder from "none needed" to a contract, the
/// checklist that stands before files in copyright are uploaded, and whether everything or a small
/// part comes first.
///
/// Entry points are [org.handsel.partnership.agreement.Agreements] and `Gatekeeper`. Rungs,
/// situations, the checklist and the weights of mass or small are data: `rungs.tsv`,
/// `situations.tsv`, `gate-items.tsv`, `scale.tsv`, `renegotiation.tsv`. Nothing here is legal
/// advice.
@NullMarked
package org.handsel.partnership.agreement;

import org.jspecify.annotations.NullMarked;
