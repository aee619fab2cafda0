package org.handsel.authority.matching;

/// What speaks for or against a candidate, in words.
///
/// @param feature `name`, `birth`, `death`, `country`, `place`, `occupation`, `alone` or another
/// @param words one sentence without a full stop
/// @param weight natural logarithm of the odds it adds; negative speaks against
public record Reason(String feature, String words, double weight) {}
