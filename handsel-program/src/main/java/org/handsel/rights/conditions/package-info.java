/// Finds in an institution's letter what it asks for in return, says whether a free licence can
/// carry it, and what to offer instead.
///
/// Entry point is [org.handsel.rights.conditions.Conditions]; its values are the records of
/// [org.handsel.rights.conditions.LetterAnalysis]. Uses `platform` only. Wordings, rules, verdicts
/// and reasons are data: `rights/conditions/*.tsv`. Nothing here is legal advice.
@NullMarked
package org.handsel.rights.conditions;

import org.jspecify.annotations.NullMarked;
