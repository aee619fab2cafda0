package org.handsel.readiness.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An article on a person, every part of which can be changed before it is written. Its shape is
/// that of the German Wikipedia: text, Normdaten, SORTIERUNG, categories, Personendaten last.
final class Biography {
  private static final List<String> MONTHS =
      List.of(
          "Januar",
          "Februar",
          "März",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember");
  private static final List<String> TRADES =
      List.of(
          "Maler",
          "Fotograf",
          "Komponist",
          "Architekt",
          "Jurist",
          "Schriftsteller",
          "Physiker",
          "Politiker",
          "Bildhauer",
          "Historiker");
  private static final List<String> TRADES_OF_WOMEN =
      List.of(
          "Malerin",
          "Fotografin",
          "Komponistin",
          "Architektin",
          "Juristin",
          "Schriftstellerin",
          "Physikerin",
          "Politikerin",
          "Bildhauerin",
          "Historikerin");

  final String title;
  final String given;
  final String family;
  final String birthPlace;
  final String deathPlace;
  final String trade;
  String birth;
  String death;
  String lead;
  String body = "";
  String tail = "";
  @Nullable String sortKey;
  final Map<String, String> data = new LinkedHashMap<>();
  final Map<String, String> authority = new LinkedHashMap<>();
  final List<String> categories = new ArrayList<>();
  String birthCategory;
  String deathCategory;

  /// Text of the calls where they are not to be made from the values; an empty one leaves them out.
  @Nullable String dataCall;

  @Nullable String authorityCall;

  /// @param number another one for every person, also for those with defects
  /// @param birthYear year of birth
  /// @param deathYear year of death, or 0 where none is known
  Biography(int number, int birthYear, int deathYear, String birthPlace, String deathPlace) {
    boolean man = number % 2 == 0;
    int name = number / 2;
    given = Words.given(man, name);
    family = Words.proper(name / Words.GIVEN);
    title = given + " " + family;
    birth = day(number * 7 + 3, birthYear);
    death = deathYear == 0 ? "" : day(number * 11 + 5, deathYear);
    this.birthPlace = birthPlace;
    this.deathPlace = death.isEmpty() ? "" : deathPlace;
    trade = (man ? TRADES : TRADES_OF_WOMEN).get(number / 3 % TRADES.size());
    lead = lead(title, birth, birthPlace, death, deathPlace, man, trade);
    sortKey = family + ", " + given;
    data.put("NAME", sortKey);
    data.put("ALTERNATIVNAMEN", "");
    data.put("KURZBESCHREIBUNG", man ? "deutscher " + trade : "deutsche " + trade);
    data.put("GEBURTSDATUM", birth);
    data.put("GEBURTSORT", "[[" + birthPlace + "]]");
    data.put("STERBEDATUM", death);
    data.put("STERBEORT", death.isEmpty() ? "" : "[[" + deathPlace + "]]");
    authority.put("TYP", "p");
    authority.put("GND", gnd(number));
    if (number % 3 != 0) {
      authority.put(
          "LCCN", "n/%02d/%d".formatted(50 + number / 999_999 % 50, 1 + number % 999_999));
    }
    authority.put("VIAF", Long.toString(20_000_000L + number));
    birthCategory = "Geboren " + birthYear;
    deathCategory = deathYear == 0 ? "" : "Gestorben " + deathYear;
    categories.add(man ? "Mann" : "Frau");
  }

  private static String lead(
      String name,
      String birth,
      String birthPlace,
      String death,
      String deathPlace,
      boolean man,
      String trade) {
    String end = death.isEmpty() ? "" : "; † %s in [[%s]]".formatted(linked(death), deathPlace);
    return "'''%s''' (* %s in [[%s]]%s) war %s [[%s]].\n"
        .formatted(
            name, linked(birth), birthPlace, end, man ? "ein deutscher" : "eine deutsche", trade);
  }

  static String day(int number, int year) {
    int spread = Math.floorMod(number, 28 * 12);
    return "%d. %s %d".formatted(1 + spread % 28, MONTHS.get(spread / 28), year);
  }

  /// `[[3. März]] [[1850]]`, as articles link dates.
  private static String linked(String day) {
    int year = day.lastIndexOf(' ');
    return year < 0
        ? "[[" + day + "]]"
        : "[[" + day.substring(0, year) + "]] [[" + day.substring(year + 1) + "]]";
  }

  /// A number of the Gemeinsame Normdatei with its check digit: weights 2, 3 … from the right.
  static String gnd(int number) {
    String digits = "1%08d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i + 2);
    }
    int check = (11 - sum % 11) % 11;
    return digits + (check == 10 ? "X" : Integer.toString(check));
  }

  /// The number of the Gemeinsame Normdatei that the page names; empty where it names none.
  String gnd() {
    return authority.getOrDefault("GND", "");
  }

  /// `1850-03-03` of `3. März 1850`.
  static String iso(String day) {
    String[] parts = day.split(" ");
    return "%s-%02d-%02d"
        .formatted(
            parts[2],
            MONTHS.indexOf(parts[1]) + 1,
            Integer.parseInt(parts[0].substring(0, parts[0].length() - 1)));
  }

  /// The call of Personendaten as values make it, each on its line.
  String personData() {
    StringBuilder call = new StringBuilder("{{Personendaten\n");
    data.forEach(
        (field, value) -> call.append('|').append(field).append('=').append(value).append('\n'));
    return call.append("}}\n").toString();
  }

  String normdaten() {
    StringBuilder call = new StringBuilder("{{Normdaten");
    authority.forEach((field, value) -> call.append('|').append(field).append('=').append(value));
    return call.append("}}\n").toString();
  }

  PageDraft page() {
    PageDraft page = PageDraft.article(title);
    page.write(lead).write("\n").write(body);
    page.write(authorityCall == null ? normdaten() : authorityCall).write("\n");
    if (sortKey != null) {
      page.write("{{SORTIERUNG:" + sortKey + "}}\n");
    }
    links(page);
    page.write(tail);
    String call = dataCall == null ? personData() : dataCall;
    return call.isEmpty() ? page : page.write("\n").write(call);
  }

  private void links(PageDraft page) {
    for (String category : categories) {
      page.category(category);
    }
    if (!birthCategory.isEmpty()) {
      page.category(birthCategory);
    }
    if (!deathCategory.isEmpty()) {
      page.category(deathCategory);
    }
  }
}
