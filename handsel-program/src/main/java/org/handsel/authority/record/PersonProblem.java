package org.handsel.authority.record;

/// A line that is no person.
///
/// @param line its number, from 1
public record PersonProblem(long line, String message) {}
