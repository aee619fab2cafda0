package org.handsel.readiness.facts;

/// One page: a row of `pages.tsv`.
///
/// @param namespace its number
/// @param title with the namespace, as the dump writes it
/// @param redirect title with namespace of the page that it leads to; empty where it is no redirect
/// @param model `wikitext` or another content model
public record PageFact(long id, int namespace, String title, String redirect, String model) {}
