/// The ledger of commitments: who promised what by when, on which capacity it draws, and what may
/// not be promised at all. It also weighs volunteers against paid work.
///
/// Entry points are [org.handsel.partnership.commitment.Commitments] and `Staffings`. Kinds of
/// promises and the words that give the impossible ones away are data: `promise-kinds.tsv`,
/// `impossible-words.tsv`.
@NullMarked
package org.handsel.partnership.commitment;

import org.jspecify.annotations.NullMarked;
