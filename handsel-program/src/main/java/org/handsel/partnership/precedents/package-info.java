/// Co-operations that others have had, to cite in talks: which of them are like an institution,
/// with their figures and what ended badly.
///
/// Entry point is [org.handsel.partnership.precedents.Precedents]. Uses the register. Forms of
/// category titles, words of names, neighbouring countries and the two documented co-operations are
/// data: `category-forms.tsv`, `institution-words.tsv`, `neighbours.tsv`, `documented.tsv`,
/// `documented-facts.tsv`.
@NullMarked
package org.handsel.partnership.precedents;

import org.jspecify.annotations.NullMarked;
