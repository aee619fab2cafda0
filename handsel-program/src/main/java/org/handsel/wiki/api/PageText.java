package org.handsel.wiki.api;

/// The wikitext of a page as it stands.
///
/// @param title as the wiki writes it
/// @param revision id of the revision that was read; an edit names it, so that nobody's later
///   change is overwritten
public record PageText(String title, long revision, String text) {}
