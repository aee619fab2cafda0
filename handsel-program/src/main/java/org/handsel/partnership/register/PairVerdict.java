package org.handsel.partnership.register;

import java.util.List;

/// What the register thinks of a pair of its rows; a proposal, never an action.
///
/// @param outcome `same`, `affiliated` or `different`
/// @param probability that the two are the same or belong together, from 0 to 1; with outcome
///   `different` that they are not
/// @param related that the two are the same or belong together, whatever the outcome
/// @param evidence each signal in words with its weight in the log odds
public record PairVerdict(
    Institution a,
    Institution b,
    String outcome,
    double probability,
    double related,
    List<String> evidence) {}
