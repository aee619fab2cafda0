/// The shopping list: which institutions are worth a visit, in which order and why, and what each
/// probably wants.
///
/// Entry point is [org.handsel.partnership.prospects.Prospects]. Uses the register and the talks.
/// What a wiki lacks comes in as a [org.handsel.partnership.prospects.WikiGaps]. Factors,
/// expectations, efforts, wants and the map's countries are data: `factors.tsv`,
/// `expectations.tsv`, `efforts.tsv`, `wants.tsv`, `countries.tsv`, `land.tsv`. What nobody has
/// stated is a range and is shown as one.
@NullMarked
package org.handsel.partnership.prospects;

import org.jspecify.annotations.NullMarked;
