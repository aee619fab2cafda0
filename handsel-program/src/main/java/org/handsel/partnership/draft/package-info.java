/// Drafts of what may be signed: one-sided release, letter, memorandum, agreement, in German and
/// English, built clause by clause from what the checklist and the ledger say, and editable.
///
/// Entry point is [org.handsel.partnership.draft.Drafts]. Clauses with their reasons and precedents
/// are data: `clauses.yaml`; other words `texts.tsv`. Drafts are for lawyers to read, not advice.
@NullMarked
package org.handsel.partnership.draft;

import org.jspecify.annotations.NullMarked;
