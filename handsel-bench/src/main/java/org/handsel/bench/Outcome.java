package org.handsel.bench;

import java.util.Map;

/// What one client did with some files, and what became of them.
///
/// @param seconds from before the login to the last answer
/// @param said of each file what the client says of it: [#DONE], or in a word why not
/// @param copies how often the wiki holds what was to be brought, by file; 0 where it does not
/// @param requests that reached the wiki
record Outcome(
    double seconds, Map<String, String> said, Map<String, Integer> copies, long requests) {
  static final String DONE = "done";
  static final String NOTHING = "no word";

  int files() {
    return copies.size();
  }

  String said(String file) {
    return said.getOrDefault(file, NOTHING);
  }

  /// Files of which the client says the contrary of what is there, or that it brought twice.
  long misreported() {
    return copies.entrySet().stream()
        .filter(
            one -> said(one.getKey()).equals(DONE) != (one.getValue() > 0) || one.getValue() > 1)
        .count();
  }

  boolean overcome() {
    return misreported() == 0 && copies.values().stream().allMatch(one -> one == 1);
  }

  /// Such as `4 of 4`, or `3 of 4 !`, where the first number is what the client says.
  String words() {
    long done = copies.keySet().stream().filter(file -> said(file).equals(DONE)).count();
    long there = copies.values().stream().mapToInt(Integer::intValue).sum();
    return "%d / %d%s".formatted(done, there, misreported() > 0 ? " !" : "");
  }

  /// The first reason that was given for a failure.
  String reason() {
    return copies.keySet().stream()
        .map(this::said)
        .filter(word -> !word.equals(DONE))
        .findFirst()
        .orElse("");
  }
}
