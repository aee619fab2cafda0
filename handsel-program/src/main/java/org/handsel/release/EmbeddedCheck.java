package org.handsel.release;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.image.Embedded;

/// Holds what a file says of itself (EXIF, IPTC, XMP) against its record: what contradicts it is a
/// finding, what the record does not say is an offer. A person decides; nothing is written into
/// file or page by itself.
final class EmbeddedCheck {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern CLOSED =
      Pattern.compile(
          "(?i)all rights reserved|alle rechte vorbehalten|tous droits réservés|rights? managed|no"
              + " reproduction|not for"
              + " (re)?publication|non.?commercial|\\bby-n[cd]\\b|-nc\\b|-nd\\b");

  private EmbeddedCheck() {}

  static List<PlanEntry.Check> of(Item item, Embedded embedded) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    if (embedded.isEmpty()) {
      return checks;
    }
    for (String said : embedded.rights()) {
      if (CLOSED.matcher(said).find()) {
        checks.add(
            Checks.warning(
                "EMBEDDED_RIGHTS",
                "the file says of itself %s, while the release says it is free: expected one answer. Ask the institution which holds, and for files that say it."
                    .formatted(Checks.quote(said))));
        break;
      }
    }
    creators(item, embedded, checks);
    date(item, embedded, checks);
    Double latitude = embedded.latitude();
    Double longitude = embedded.longitude();
    if (latitude != null && longitude != null) {
      checks.add(
          Checks.warning(
              "EMBEDDED_PLACE",
              String.format(
                  Locale.ROOT,
                  "the file carries a place, %.5f, %.5f, and everybody will see it: is it that of"
                      + " the picture, and may it be known?",
                  latitude,
                  longitude)));
    }
    return checks;
  }

  private static void creators(Item item, Embedded embedded, List<PlanEntry.Check> checks) {
    if (embedded.creators().isEmpty()) {
      return;
    }
    List<Value> named = new ArrayList<>(item.values("creator"));
    named.addAll(item.values("photographer"));
    named.addAll(item.values("author"));
    String said = String.join("; ", embedded.creators());
    if (named.isEmpty()) {
      checks.add(
          Checks.warning(
              "EMBEDDED_OFFER",
              "the record names nobody who made it, the file names %s. Ask whether that is the maker or whoever scanned it."
                  .formatted(Checks.quote(said))));
      return;
    }
    boolean known =
        embedded.creators().stream()
            .anyMatch(one -> named.stream().anyMatch(value -> same(one, value)));
    if (!known) {
      checks.add(
          Checks.warning(
              "EMBEDDED_CREATOR",
              "the record names %s, the file itself %s: the photographer of the scan, or another maker? If the photo has rights of its own, the record should say so."
                  .formatted(Checks.quote(named.getFirst().value()), Checks.quote(said))));
    }
  }

  /// The same words, in whatever order, as names are written.
  private static boolean same(String said, Value value) {
    Set<String> one = words(said);
    return one.equals(words(value.value())) || one.equals(words(value.raw()));
  }

  private static Set<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+", -1)));
    words.remove("");
    return words;
  }

  /// A file cannot be older than what it shows; later it may well be, as a scan is.
  private static void date(Item item, Embedded embedded, List<PlanEntry.Check> checks) {
    if (embedded.created().isEmpty()) {
      return;
    }
    List<Value> dates = item.values("date");
    if (dates.isEmpty()) {
      checks.add(
          Checks.warning(
              "EMBEDDED_OFFER",
              "the record has no date, the file says %s. Ask whether that is the day of the picture or of the scan."
                  .formatted(embedded.created())));
      return;
    }
    int created = Integer.parseInt(embedded.created().substring(0, 4));
    int earliest = Integer.MAX_VALUE;
    for (Value value : dates) {
      Matcher year = YEAR.matcher(value.value());
      while (year.find()) {
        earliest = Math.min(earliest, Integer.parseInt(year.group(1)));
      }
    }
    if (earliest != Integer.MAX_VALUE && created < earliest) {
      checks.add(
          Checks.warning(
              "EMBEDDED_DATE",
              "the record says %s, the file itself was made %s: earlier than what it shows. One of them is wrong."
                  .formatted(Checks.quote(dates.getFirst().value()), embedded.created())));
    }
  }
}
