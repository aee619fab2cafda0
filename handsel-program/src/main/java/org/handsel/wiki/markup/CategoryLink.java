package org.handsel.wiki.markup;

/// A link that puts its page into a category.
///
/// @param category name of the category without its namespace, as MediaWiki stores it; the raw text
///   where it is dynamic
/// @param sortKey what stands after the pipe, as written; empty where there is none
/// @param dynamic whether the name depends on a template or parameter, so that only MediaWiki knows
///   it
public record CategoryLink(String category, String sortKey, boolean dynamic) {}
