package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// When and how requests to the wiki of the tests go wrong.
final class Faultiness {
  /// @param match part of the line of the request
  /// @param kind `503-before`, `503-after`, `413-before`, `cut-before`, `cut-after`, `html-before`,
  ///   `html-after`, `torn-after`, `nonsense-after`, `captcha-before`, or an error code of the API
  private record Fault(String match, String kind, int times) {}

  private final List<Fault> faults = new ArrayList<>();

  void add(String match, String kind, int times) {
    faults.add(new Fault(match, kind, times));
  }

  void clear() {
    faults.clear();
  }

  /// How a request goes wrong, and counts it; empty when it does not.
  String kind(String line) {
    for (Iterator<Fault> all = faults.iterator(); all.hasNext(); ) {
      Fault fault = all.next();
      if (line.contains(fault.match)) {
        all.remove();
        if (fault.times > 1) {
          faults.addFirst(new Fault(fault.match, fault.kind, fault.times - 1));
        }
        return fault.kind;
      }
    }
    return "";
  }

  /// Carries a request out or not, and answers as its fault wants it.
  ///
  /// @return null where the connection is to be cut
  static @Nullable FaultyAnswer answer(String kind, Supplier<FaultyAnswer> act) {
    if (kind.endsWith("-after")) {
      FaultyAnswer answer = act.get();
      return switch (kind) {
        case "503-after" -> FaultyAnswer.page(503);
        case "html-after" -> FaultyAnswer.page(200);
        case "torn-after" -> answer.torn();
        case "nonsense-after" -> FaultyAnswer.json(Map.of("servedby", "x"));
        case "cut-after" -> null;
        default -> throw new IllegalArgumentException(kind);
      };
    }
    return switch (kind) {
      case "" -> act.get();
      case "503-before" -> FaultyAnswer.page(503);
      case "413-before" -> FaultyAnswer.page(413);
      case "html-before" -> FaultyAnswer.page(200);
      case "cut-before" -> null;
      // No error: as ConfirmEdit makes an edit answer that was to be made by a person.
      case "captcha-before" ->
          FaultyAnswer.json(
              Map.of(
                  "upload",
                  Map.of(
                      "result",
                      "Failure",
                      "captcha",
                      Map.of("type", "simple", "id", "1", "question", "3 + 4"))));
      case "maxlag" -> FaultyAnswer.error(kind, "as the test wants it").after("5");
      default -> FaultyAnswer.error(kind, "as the test wants it");
    };
  }
}
