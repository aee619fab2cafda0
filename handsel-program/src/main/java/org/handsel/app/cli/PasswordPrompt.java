package org.handsel.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.handsel.platform.HandselException;

/// Asks for a password without showing it, or reads it from standard input; never an argument,
/// which other users of the machine could see.
record PasswordPrompt(Surroundings surroundings, String command) {
  String ask(String user) {
    Console console = surroundings.terminal() ? System.console() : null;
    if (console != null) {
      char[] typed = console.readPassword("Password of %s: ", user);
      if (typed != null && typed.length > 0) {
        return new String(typed);
      }
    } else {
      try {
        String line =
            new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
                .readLine();
        if (line != null && !line.isBlank()) {
          return line.strip();
        }
      } catch (IOException e) {
        throw HandselException.environment("standard input cannot be read", e);
      }
    }
    throw HandselException.usage(
        "%s: expected the password on standard input, found none. Type it when asked, or pipe it in."
            .formatted(command));
  }
}
