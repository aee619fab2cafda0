package org.handsel.partnership.precedents;

/// Figures of one category, as a list of key figures has them.
///
/// @param name of the institution as the list writes it
public record CategoryFigures(String category, String name, Precedent.Figures figures) {}
