package org.handsel.wiki.api;

import java.time.Duration;

/// How a wiki is talked to.
///
/// @param contact mail address or user page of the person who runs this, as the wiki's operators
///   ask
/// @param answerTimeout of an ordinary request
/// @param publishTimeout of an upload; generous, because the wiki takes its time over large files
///   and a time out is an unknown outcome
/// @param questionPatience of questions, which may be repeated without harm
/// @param chunkAbove files larger than this go in pieces
/// @param chunkBytes size of a piece
/// @param lookups SHA-1 questions in flight
public record WikiSettings(
    String contact,
    Duration connectTimeout,
    Duration answerTimeout,
    Duration publishTimeout,
    Patience questionPatience,
    long chunkAbove,
    int chunkBytes,
    int lookups) {

  public static final String VERSION = "0.1.0";
  private static final int MIB = 1 << 20;

  /// 16 MiB in one request, pieces of 5 MiB, 5 min for an upload.
  public static WikiSettings of(String contact) {
    return new WikiSettings(
        contact,
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        Patience.real().lasting(Duration.ofMinutes(2)),
        16L * MIB,
        5 * MIB,
        4);
  }

  public WikiSettings patient(Patience patience) {
    return new WikiSettings(
        contact,
        connectTimeout,
        answerTimeout,
        publishTimeout,
        patience,
        chunkAbove,
        chunkBytes,
        lookups);
  }

  public WikiSettings chunks(long above, int bytes) {
    return new WikiSettings(
        contact,
        connectTimeout,
        answerTimeout,
        publishTimeout,
        questionPatience,
        above,
        bytes,
        lookups);
  }

  public WikiSettings lookingUp(int inFlight) {
    return new WikiSettings(
        contact,
        connectTimeout,
        answerTimeout,
        publishTimeout,
        questionPatience,
        chunkAbove,
        chunkBytes,
        inFlight);
  }

  /// Shorter or longer waits for answers.
  public WikiSettings timeouts(Duration answer, Duration publish) {
    return new WikiSettings(
        contact,
        connectTimeout,
        answer,
        publish,
        questionPatience,
        chunkAbove,
        chunkBytes,
        lookups);
  }

  String userAgent() {
    String who = contact.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return "Handsel/%s (%s)".formatted(VERSION, who.isEmpty() ? "no contact given" : who);
  }
}
