package org.handsel.rights;

import org.jspecify.annotations.Nullable;

/// What a delivered rights text was understood to be.
///
/// @param raw the text as delivered
/// @param uri the normalised URI of the statement or licence; null when it was not recognised
/// @param label the usual short name, such as `CC BY-SA 4.0`
/// @param verdict what Commons makes of it
/// @param reason why, in one sentence for people
/// @param template the licence template on Commons without braces, such as `Cc-by-sa-4.0`; null
///   when there is none
/// @param licenceItem the Wikidata item for P275; null when the statement is no licence
/// @param statementItem the Wikidata item for P6426 (RightsStatements.org); null for licences
/// @param statusItem the Wikidata item for P6216 (copyright status); null when the statement does
///   not settle it
public record RightsStatement(
    String raw,
    @Nullable String uri,
    @Nullable String label,
    Verdict verdict,
    String reason,
    @Nullable String template,
    @Nullable String licenceItem,
    @Nullable String statementItem,
    @Nullable String statusItem) {}
