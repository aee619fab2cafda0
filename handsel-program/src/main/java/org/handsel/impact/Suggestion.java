package org.handsel.impact;

/// An unused file and an article that it would fit.
///
/// @param file name of the file
/// @param article title of the article
/// @param probability that the depicted person or place is the article's subject
/// @param basis `authority` for a record that the article is linked to, `name` for a name alone
/// @param depicted the record or the name
public record Suggestion(
    String file, String article, double probability, String basis, String depicted) {}
