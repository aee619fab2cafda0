/// Pages of stage 4: which agreement is needed and its checklist, drafts, the ledger of
/// commitments, and the work that a partnership takes.
///
/// Entry point is [org.handsel.app.web.agreements.AgreementRooms].
@NullMarked
package org.handsel.app.web.agreements;

import org.jspecify.annotations.NullMarked;
