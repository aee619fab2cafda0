/// What came of a release, in numbers that leave Handsel only together with their definitions;
/// reports and stories for the partner, suggestions for editors, and early warnings.
///
/// Entry points are [org.handsel.impact.Measurements] (from a source to `measures.json`),
/// [org.handsel.impact.PartnerReports] and the classes that this page's rooms name. Definitions are
/// data: `measures.tsv`. What is unknown stays unknown: a gap is text beside a number, never a
/// number.
@NullMarked
package org.handsel.impact;

import org.jspecify.annotations.NullMarked;
