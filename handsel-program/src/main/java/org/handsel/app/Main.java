package org.handsel.app;

/// Entry point of the program.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    IO.println("handsel");
  }
}
