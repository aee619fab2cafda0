package org.handsel.impact;

/// An unused file and an article that it would fit.
///
/// @param file name of the file
/// @param article title of the article
/// @param probability that the depicted person or place is the article's subject
/// @param evidence why, in words
public record Suggestion(String file, String article, double probability, String evidence) {}
