/// Estimates whether a work and its reproduction are free, in the source country and in the United
/// States, from the facts that an institution delivered.
///
/// Entry points are [org.handsel.rights.terms.RightsEstimator] for one item and
/// [org.handsel.rights.terms.EstimateRun] for a file of items. Uses `platform` and the judged
/// statements of `rights`. The law is data: `rights/terms/*.tsv`, each row with its source, the day
/// on which it was checked and whether that source was really read. An estimate is not legal advice
/// and releases nothing: a person confirms it.
@NullMarked
package org.handsel.rights.terms;

import org.jspecify.annotations.NullMarked;
