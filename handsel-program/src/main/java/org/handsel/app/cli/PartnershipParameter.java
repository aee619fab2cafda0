package org.handsel.app.cli;

import picocli.CommandLine.Parameters;

/// The partnership that a command is about.
final class PartnershipParameter {
  @Parameters(
      index = "0",
      paramLabel = "PARTNERSHIP",
      description = "Its id, the beginning of it, or the institution's name.")
  String named = "";
}
