package org.handsel.release.merge;

/// A place where what is planned and what people wrote cannot both stand. The page keeps what
/// people wrote.
///
/// @param place such as `Photograph: date`, `category: Boats` or `text`
/// @param released what was released; empty where there was nothing
/// @param planned what is planned now; empty where it is to go
/// @param wiki what stands on the page; empty where people took it away
public record PageConflict(String place, String released, String planned, String wiki) {}
