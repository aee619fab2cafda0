/// What a workspace knows as tables for others: for anybody, or for the group itself.
///
/// Entry point is [org.handsel.app.exports.Exports]. What is public stands in `public.tsv`, what is
/// in no export in `secret.tsv`.
@NullMarked
package org.handsel.app.exports;

import org.jspecify.annotations.NullMarked;
