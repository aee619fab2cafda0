package org.handsel.readiness.facts;

import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.profile.WikiProfile;

/// What came of reading a dump.
///
/// @param wiki database name of the wiki as it was read
/// @param site what the dump says itself
/// @param categoryNamespace what the wiki calls its namespace of categories
/// @param advice what to do when the dump seems to be of another wiki; empty otherwise
public record Extraction(
    String wiki,
    DumpSite site,
    WikiProfile profile,
    DumpReading reading,
    String categoryNamespace,
    String advice) {}
