package org.handsel.app;

import org.handsel.app.cli.Commands;
import org.handsel.app.cli.Surroundings;

/// Entry point of the program.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.exit(Commands.run(Surroundings.real(), args));
  }
}
