package org.handsel.cluster;

/// Names for what is kept between runs. Pure functions, safe for threads.
final class Hash {
  private Hash() {}

  static long of(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash ^ hash >>> 29;
  }
}
