/// What became of the findings of an audit by the next one: mended, new, still open.
///
/// Entry point is [org.handsel.readiness.compare.Comparison]. Which part of a finding's evidence
/// makes it the same finding again is data: `identity.tsv`.
@NullMarked
package org.handsel.readiness.compare;

import org.jspecify.annotations.NullMarked;
