package org.handsel.partnership.register;

import java.util.List;
import java.util.Map;

/// A part of what a query found, with counts over all of it.
///
/// @param total how many there are
/// @param rows this part, the best first
/// @param facets by facet (`country`, `type`, `subtype`, `income_band`) how many have which value,
///   the most frequent first; an unknown value is the empty text
public record InstitutionPage(
    int total, List<Institution> rows, Map<String, Map<String, Integer>> facets) {}
