package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proposes the templates of Commons for a work that is free; never a bare PD-old or PD-Art.
final class Tags {
  private Tags() {}

  /// The templates without braces: one for both countries, or first the source country's.
  static List<String> of(
      Timeline timeline,
      Judgement source,
      Judgement us,
      String country,
      String countryName,
      int year) {
    Integer death = timeline.deathYear();
    String deathYear = death == null ? "" : "|deathyear=" + death;
    boolean byDeath = death != null && source.rule().startsWith("pma-");
    boolean expired = expiredIn(timeline, us, year);
    if (source.rule().equals("us-government")) {
      return List.of("PD-USGov");
    }
    List<String> tags = new ArrayList<>();
    if (source.rule().equals("assumed-120")) {
      return expired ? List.of("PD-old-assumed-expired") : List.of("PD-old-assumed", american(us));
    }
    if (expired
        && (byDeath || country.equals(UnitedStates.CODE) && death != null && death < year - 70)) {
      return List.of("PD-old-auto-expired" + deathYear);
    }
    if (country.equals(UnitedStates.CODE)) {
      return List.of(expired ? "PD-US-expired" : american(us));
    }
    if (death == null && source.rule().startsWith("pma-")) {
      return expired ? List.of("PD-old-70-expired") : List.of("PD-old-70", american(us));
    }
    if (us.rule().equals("worldwide")) {
      return List.of(home(source.row(), deathYear));
    }
    tags.add(byDeath ? "PD-old-auto" + deathYear : home(source.row(), deathYear));
    tags.add(
        us.rule().equals("pd-1996") && !expired
            ? "PD-1996|country=" + countryName
            : expired ? "PD-US-expired" : american(us));
    return List.copyOf(tags);
  }

  /// Around the templates of a work: PD-Art for pictures, PD-scan for what was printed.
  static String reproduction(List<String> tags, @Nullable String kind, @Nullable String licence) {
    String wrap = "print".equals(kind) || "text".equals(kind) ? "PD-scan" : "PD-Art";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      if (i > 0) {
        text.append(' ').append(braces(tag));
      } else if (licence != null) {
        int bar = tag.indexOf('|');
        String name = bar < 0 ? tag : tag.substring(0, bar);
        String rest = bar < 0 ? "" : tag.substring(bar);
        text.append(braces("Licensed-PD-Art|%s|%s%s".formatted(name, licence, rest)));
      } else {
        text.append(braces(wrap + "|" + tag));
      }
    }
    return text.toString();
  }

  static String work(List<String> tags) {
    return String.join(" ", tags.stream().map(Tags::braces).toList());
  }

  private static String braces(String tag) {
    return "{{" + tag + "}}";
  }

  private static boolean expiredIn(Timeline timeline, Judgement us, int year) {
    if (us.rule().equals("pub-95")) {
      return true;
    }
    return !timeline.publishedKnown()
        && !us.rule().startsWith("unpub")
        && timeline.created().to() < year - 95;
  }

  private static String american(Judgement us) {
    return switch (us.rule()) {
      case "pub-95" -> "PD-US-expired";
      case "unpub-120", "unpub-pma-70" -> "PD-US-unpublished";
      case "no-notice" -> "PD-US-no notice";
      case "not-renewed" -> "PD-US-not renewed";
      case "pd-1996" -> "PD-1996";
      case "us-government" -> "PD-USGov";
      default -> "PD-US-expired";
    };
  }

  private static String home(@Nullable Term row, String deathYear) {
    if (row == null || row.template().isEmpty()) {
      return deathYear.isEmpty() ? "PD-old-70" : "PD-old-auto" + deathYear;
    }
    return row.template();
  }
}
