/// Edits that findings propose: as lists for people, and carried out on a wiki.
///
/// Entry points are [org.handsel.readiness.edits.EditLists], which writes the lists, and
/// [org.handsel.readiness.edits.EditRun], which makes the edits one page after the other.
@NullMarked
package org.handsel.readiness.edits;

import org.jspecify.annotations.NullMarked;
