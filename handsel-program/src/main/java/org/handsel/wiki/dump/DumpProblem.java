package org.handsel.wiki.dump;

import java.io.Serializable;

/// A part of a dump that could not be read.
///
/// @param code `damaged-block`, `damaged-stream`, `truncated`, `damaged-file`, `cut-page`,
///   `malformed-page`, `unsafe-entry`
/// @param offset byte of the file at which it was noticed
/// @param message what was found and what became of it
public record DumpProblem(String code, long offset, String message) implements Serializable {}
