package org.handsel.wiki.api;

/// What a wiki's log says of a page.
///
/// @param at when, ISO-8601
/// @param user who
/// @param comment why, as they wrote it
/// @param target where it went, for a move; else empty
public record LogEntry(String at, String user, String comment, String target) {}
