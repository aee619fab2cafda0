package org.handsel.app.web;

import java.util.List;

/// Stops the answer with an error page.
///
/// Its texts are the messages `shell.error.<word>.title` and `shell.error.<word>.text`.
public final class PageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String word;
  private final List<String> arguments;

  PageProblem(int status, String word, String... arguments) {
    super(status + " " + word);
    this.status = status;
    this.word = word;
    this.arguments = List.of(arguments);
  }

  int status() {
    return status;
  }

  String word() {
    return word;
  }

  List<String> arguments() {
    return arguments;
  }
}
