package org.handsel.wiki.api;

/// A place of structured data where what is planned and what people did cannot both stand.
///
/// @param place `caption: LANGUAGE` or the id of a property
/// @param released what was released; empty where there was nothing
/// @param planned what is planned now; empty where it is to go
/// @param wiki what stands there; empty where people took it away
public record DataConflict(String place, String released, String planned, String wiki) {}
