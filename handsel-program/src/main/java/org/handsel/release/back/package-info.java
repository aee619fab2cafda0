/// What goes back to the institution: what a wiki's people changed, where each record's file is,
/// and which of its links are broken.
///
/// Entry point is [org.handsel.release.back.PartnerFolder]; its values are records of this package.
/// May use `collection.harvest` (which addresses may be asked), `wiki` and `platform`.
@NullMarked
package org.handsel.release.back;

import org.jspecify.annotations.NullMarked;
