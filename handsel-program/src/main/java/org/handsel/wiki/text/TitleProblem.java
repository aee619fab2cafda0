package org.handsel.wiki.text;

/// Why a wiki would refuse or change the name of a file.
///
/// @param code `TITLE_EMPTY`, `TITLE_TOO_LONG`, `TITLE_CHARACTER`, `TITLE_ENTITY`, `TITLE_PERCENT`,
///   `TITLE_TILDES`, `TITLE_EXTENSION`, `TITLE_PROHIBITED_EXTENSION` or `TITLE_NOT_NORMAL`
/// @param message what was expected and found, for a person
public record TitleProblem(String code, String message) {}
