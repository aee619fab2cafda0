/// The reconciliation service: programs such as OpenRefine ask it which record of an authority file
/// a row of theirs is. It speaks two dialects of the Reconciliation Service API of the W3C Entity
/// Reconciliation Community Group, 0.2 and 1.0-draft, each at a root of its own.
///
/// Entry point is [org.handsel.app.reconciliation.Reconciliation]. What can be asked of a record
/// stands in `properties.tsv`, what kinds there are in `types.tsv`.
@NullMarked
package org.handsel.app.reconciliation;

import org.jspecify.annotations.NullMarked;
