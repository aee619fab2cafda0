package org.handsel.collection.source;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.handsel.text.Dates;

/// What the first values of a field say about what it holds: names alone mislead. Safe for threads.
final class FieldEvidence {
  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?i)creativecommons\\.org|rightsstatements\\.org|\\bCC[ -]?(BY|0|zero)\\b|public domain"
              + "|domaine public|dominio público|publiek domein|domena publiczna|gemeinfrei"
              + "|skyddstid|in copyright|erkännande|copyright restrictions");
  private static final Pattern ADDRESS = Pattern.compile("(?i)^(https?://|www\\.)\\S+$");
  private static final Pattern ENDING =
      Pattern.compile("(?i)\\.(jpe?g|tiff?|png|jp2|gif|webp)([?#&]\\S*)?$");
  private static final Pattern SERVED =
      Pattern.compile("(?i)^https?://\\S+/(full|max|square)/[^/\\s]+/[0-9]+/\\S+$");

  /// Points of time to the minute are the software's; midnight of long ago may be a day of a thing.
  private static final Pattern MOMENT =
      Pattern.compile(
          "(19[9]|20)\\d.*\\dT\\d{2}:\\d{2}|\\d[T ](?!00:00)\\d{2}:\\d{2}|^1[0-9]{9}([0-9]{3})?$");

  private static final Dates DATES = Dates.load();

  private FieldEvidence() {}

  /// Whether the values can be what the field is for; true where they do not tell.
  static boolean fits(String field, FieldProfile found) {
    return switch (field) {
      case "creator", "photographer", "depicted" ->
          words(found) && !most(found, s -> s.contains(" : "));
      case "medium", "place", "institution" -> words(found);
      case "keywords" -> any(found, s -> s.chars().anyMatch(Character::isLetter));
      case "date" ->
          !most(found, s -> MOMENT.matcher(s).find()) && most(found, FieldEvidence::dated);
      case "dimensions" ->
          any(found, s -> s.chars().anyMatch(Character::isDigit))
              // A number beside its unit is no measure alone.
              && !(found.path().contains("/") && most(found, s -> s.matches("[0-9.,]+")));
      case "image" -> !most(found, s -> s.startsWith("data:") || s.matches("(?i)true|false|[0-9]"));
      case "source" -> addresses(found) && !pictures(found);
      default ->
          !field.startsWith("rights-") || !most(found, s -> s.matches("(?i)true|false|[0-9]+"));
    };
  }

  /// Files of pictures by their names, or addresses that answer with one.
  static boolean pictures(FieldProfile found) {
    return most(found, s -> ENDING.matcher(s).find() || SERVED.matcher(s).matches());
  }

  static boolean addresses(FieldProfile found) {
    return most(found, s -> ADDRESS.matcher(s).matches());
  }

  /// Licences are found in columns of any name: one museum had them under "place of photography".
  static boolean speaksOfRights(FieldProfile found) {
    return most(found, FieldEvidence::right);
  }

  static boolean mentionsRights(FieldProfile found) {
    return any(found, FieldEvidence::right);
  }

  private static boolean right(String text) {
    return RIGHTS.matcher(text).find();
  }

  private static boolean words(FieldProfile found) {
    return found.samples().stream()
                .filter(
                    s -> s.chars().anyMatch(Character::isLetter) && !ADDRESS.matcher(s).matches())
                .count()
            * 2
        >= found.samples().size();
  }

  private static boolean dated(String text) {
    return DATES.parse(text, null).isPresent()
        || DATES.undated(text)
        || text.matches(".*(?<!\\d)1[0-9]{3}(?!\\d).*");
  }

  private static boolean most(FieldProfile found, Predicate<String> test) {
    return found.samples().stream().filter(test).count() * 2 > found.samples().size();
  }

  private static boolean any(FieldProfile found, Predicate<String> test) {
    return found.samples().stream().anyMatch(test);
  }
}
