package org.handsel.rights;

import org.jspecify.annotations.Nullable;

/// A row of the tables: a statement, licence or claim before it is tied to a delivered text.
record Statement(
    String key,
    @Nullable String uri,
    String label,
    Verdict verdict,
    String reason,
    @Nullable String template,
    @Nullable String licenceItem,
    @Nullable String statementItem,
    @Nullable String statusItem) {

  RightsStatement of(String raw) {
    return new RightsStatement(
        raw, uri, label, verdict, reason, template, licenceItem, statementItem, statusItem);
  }

  /// The same statement, kept back for another reason.
  Statement heldBy(Statement claim) {
    return new Statement(
        key, uri, label, claim.verdict, claim.reason, null, licenceItem, statementItem, statusItem);
  }
}
