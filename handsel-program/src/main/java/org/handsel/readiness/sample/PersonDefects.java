package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Defects of biographies and of their identifiers.
final class PersonDefects {
  private PersonDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("P1", PersonDefects::withoutData, PersonDefects::dataInOtherForm),
        new Defect("P2", PersonDefects::wrongFields, PersonDefects::oddlyWrittenFields),
        new Defect("P3", PersonDefects::noDate, PersonDefects::vagueDate),
        new Defect("P4", PersonDefects::contradiction, PersonDefects::compatibleDates),
        new Defect("P5", PersonDefects::impossibleLife, PersonDefects::longLife),
        new Defect("P6", PersonDefects::otherSortKey, PersonDefects::foldedSortKey),
        new Defect("P7", PersonDefects::lostPlace, PersonDefects::indirectPlace),
        new Defect("P8", PersonDefects::samePerson, PersonDefects::namesake),
        new Defect("N1", PersonDefects::withoutIdentifier, PersonDefects::saysThereIsNone),
        new Defect("N2", PersonDefects::malformed, PersonDefects::otherNotation),
        new Defect("N3", PersonDefects::shared, PersonDefects::sameDigits));
  }

  private static void withoutData(Plot plot) throws IOException {
    Biography person = plot.person();
    if (plot.broken()) {
      person.dataCall =
          switch (plot.variant % 3) {
            case 0 -> "";
            case 1 -> "<!--\n" + person.personData() + "-->\n";
            default -> "<nowiki>" + person.personData() + "</nowiki>\n";
          };
    }
    plot.page(person.page());
    plot.defect(person.title, "");
  }

  /// Under the name of a redirect, in small letters, with the namespace, with comments in the name.
  private static void dataInOtherForm(Plot plot) throws IOException {
    Biography person = plot.person();
    String name =
        switch (plot.variant % 4) {
          case 0 -> "PDaten";
          case 1 -> "personendaten";
          case 2 -> "Vorlage:Personendaten ";
          default -> "Personen<!-- sic -->daten";
        };
    person.dataCall = person.personData().replace("{{Personendaten", "{{" + name);
    plot.page(person.page());
    plot.decoy(person.title, "{{" + name + "}}");
  }

  private static void wrongFields(Plot plot) throws IOException {
    Biography person = plot.person();
    String detail =
        switch (plot.variant % 4) {
          case 0 -> "missing STERBEORT";
          case 1 -> "unknown BERUF";
          case 2 -> "order";
          default -> "unknown Kurzbeschreibung";
        };
    if (plot.broken()) {
      String call = person.personData();
      person.dataCall =
          switch (plot.variant % 4) {
            case 0 -> call.replaceFirst("\\|STERBEORT=[^\n]*\n", "");
            case 1 -> call.replace("|GEBURTSDATUM", "|BERUF=Maler\n|GEBURTSDATUM");
            case 2 ->
                call.replaceFirst("\\|ALTERNATIVNAMEN=\n", "")
                    .replace("|GEBURTSDATUM", "|ALTERNATIVNAMEN=\n|GEBURTSDATUM");
            default -> call.replace("|KURZBESCHREIBUNG", "|Kurzbeschreibung");
          };
    }
    plot.page(person.page());
    plot.defect(person.title, detail);
  }

  private static void oddlyWrittenFields(Plot plot) throws IOException {
    Biography person = plot.person();
    String call = person.personData();
    person.dataCall =
        plot.variant % 2 == 0
            ? call.replace("|NAME=", "| NAME <!-- Familienname zuerst --> = ")
            : call.replace("\n|", "|").replace("|GEBURTSORT=", "|GEBURTSORT= ");
    plot.page(person.page());
    plot.decoy(person.title, "blanks and comments in fields");
  }

  private static void noDate(Plot plot) throws IOException {
    Biography person = plot.person();
    boolean death = plot.variant % 2 == 1;
    String field = death ? "STERBEDATUM" : "GEBURTSDATUM";
    List<String> texts =
        List.of("im Winter", "31. Februar 1850", "Montag", "an der Pest", "12.13.");
    if (plot.broken()) {
      person.data.put(field, texts.get(plot.variant % texts.size()));
      // The text must not seem to contradict what cannot be read.
      person.lead = "'''" + person.title + "''' war ein Beispiel.\n";
    }
    plot.page(person.page());
    plot.defect(person.title, field);
  }

  private static void vagueDate(Plot plot) throws IOException {
    Biography person = plot.person();
    int year = year(person.birthCategory);
    List<String> texts =
        List.of(
            "um " + year,
            "getauft 3. April " + year,
            "1. oder 2. Mai " + year,
            "zwischen " + (year - 3) + " und " + (year + 3),
            "unsicher: " + year,
            "März " + year,
            year + " oder " + (year + 1),
            "vor dem 3. März " + (year + 1));
    String text = texts.get(plot.variant % texts.size());
    person.data.put("GEBURTSDATUM", text);
    person.lead = "'''" + person.title + "''' (* " + text + ") war ein Beispiel.\n";
    plot.page(person.page());
    plot.decoy(person.title, text);
  }

  private static int year(String category) {
    return Integer.parseInt(category.substring(category.lastIndexOf(' ') + 1));
  }

  private static void contradiction(Plot plot) throws IOException {
    Biography person = plot.person();
    int birth = year(person.birthCategory);
    int otherBirth = other(plot.lives().births(), birth);
    String detail = plot.variant % 4 == 1 ? "death" : "birth";
    if (plot.broken()) {
      switch (plot.variant % 4) {
        case 0 -> person.birthCategory = "Geboren " + otherBirth;
        case 1 -> {
          int death = year(person.deathCategory);
          person.deathCategory = "Gestorben " + other(plot.lives().deaths(), death);
        }
        case 2 ->
            person.lead =
                person.lead.replace(
                    "[[" + person.birth.replace(" " + birth, "") + "]]",
                    "[[" + otherDay(person.birth, birth) + "]]");
        default -> person.categories.add("Geboren " + otherBirth);
      }
    }
    plot.page(person.page());
    plot.defect(person.title, detail);
  }

  private static String otherDay(String date, int year) {
    String day = date.replace(" " + year, "");
    int number = Integer.parseInt(day.substring(0, day.indexOf('.')));
    return (number == 28 ? 1 : number + 1) + day.substring(day.indexOf('.'));
  }

  /// Another year that has a category, so near that no life becomes impossible.
  private static int other(java.util.NavigableSet<Integer> years, int year) {
    Integer lower = years.lower(year);
    Integer higher = years.higher(year);
    if (lower == null || higher == null) {
      return lower == null ? java.util.Objects.requireNonNull(higher) : lower;
    }
    return year - lower <= higher - year ? lower : higher;
  }

  private static void compatibleDates(Plot plot) throws IOException {
    Biography person = plot.person();
    int year = year(person.birthCategory);
    String detail;
    if (plot.variant % 3 == 0) {
      person.data.put("GEBURTSDATUM", "um " + (year + 1));
      detail = "category a year beside an uncertain date";
      person.lead = "'''" + person.title + "''' (* um " + (year + 1) + ") war ein Beispiel.\n";
    } else if (plot.variant % 3 == 1) {
      person.data.put("GEBURTSDATUM", Integer.toString(year));
      detail = "the text knows the day, the data only the year";
    } else {
      person.data.put("GEBURTSDATUM", "31. Dezember " + (year - 1) + " oder 1. Januar " + year);
      detail = "two dates, one of them in the category's year";
      person.lead = "'''" + person.title + "''' (* " + year + ") war ein Beispiel.\n";
    }
    plot.page(person.page());
    plot.decoy(person.title, detail);
  }

  private static void impossibleLife(Plot plot) throws IOException {
    boolean tooLong = plot.variant % 2 == 0;
    int first = plot.lives().births().first();
    Biography person;
    if (plot.broken() && tooLong) {
      person = plot.person(first, plot.lives().deaths().last());
    } else if (plot.broken()) {
      person = plot.person(plot.lives().births().last(), plot.lives().deaths().first());
    } else {
      person = plot.person();
    }
    plot.page(person.page());
    plot.defect(person.title, tooLong ? "too-long" : "death-before-birth");
  }

  /// Exactly as old as somebody may get; always two, for the year has a category.
  private static void longLife(Plot plot) throws IOException {
    for (int i = 0; i < 2; i++) {
      Biography person = plot.person(plot.lives().births().first(), plot.lives().longestDeath());
      plot.page(person.page());
      plot.decoy(person.title, "120 years");
    }
  }

  private static void otherSortKey(Plot plot) throws IOException {
    Biography person = plot.person();
    if (plot.broken()) {
      person.sortKey =
          plot.variant % 2 == 0
              ? Words.proper(plot.variant + 5_000_000) + ", " + person.given
              : person.family + "x, " + person.given;
    }
    plot.page(person.page());
    plot.defect(person.title, "");
  }

  private static void foldedSortKey(Plot plot) throws IOException {
    Biography person = plot.person();
    String family = person.family;
    person.data.put(
        "NAME",
        switch (plot.variant % 4) {
          case 0 -> "Ŝ" + family.toLowerCase(java.util.Locale.ROOT) + "ß, " + person.given;
          case 1 -> family + ", " + person.given + " von";
          case 2 -> family + ", " + person.given + " W.";
          default -> family + ", " + person.given + " IV.";
        });
    if (plot.variant % 4 == 0) {
      person.sortKey = "S" + family.toLowerCase(java.util.Locale.ROOT) + "ss, " + person.given;
    }
    plot.page(person.page());
    plot.decoy(person.title, java.util.Objects.requireNonNull(person.data.get("NAME")));
  }

  private static void lostPlace(Plot plot) throws IOException {
    Biography person = plot.person();
    boolean death = plot.variant % 2 == 1;
    String field = death ? "STERBEORT" : "GEBURTSORT";
    if (plot.broken()) {
      String target = "Nirgend" + plot.name();
      if (plot.variant % 4 >= 2) {
        plot.page(
            PageDraft.article(target)
                .write("'''" + target + "''' steht für:\n* [[" + plot.place() + "]]\n")
                .write("{{Begriffsklärung}}\n")
                .added(MemberDefects.AMBIGUOUS));
      }
      person.data.put(field, "[[" + target + "]]");
    }
    plot.page(person.page());
    plot.defect(person.title, field);
  }

  private static void indirectPlace(Plot plot) throws IOException {
    Biography person = plot.person();
    String place = plot.place();
    String written;
    switch (plot.variant % 5) {
      case 0 -> {
        PageDraft redirect = PageDraft.redirect(0, "Weiler " + plot.name(), place);
        plot.page(redirect);
        written = "[[" + redirect.title + "]]";
      }
      case 1 -> written = "[[" + place + "#Geschichte|" + place + "]], Land";
      case 2 -> written = "[[" + Character.toLowerCase(place.charAt(0)) + place.substring(1) + "]]";
      case 3 -> written = "Nirgendwo bei " + place;
      default -> written = "[[:en:Nowhere]] <!-- [[Nirgendwo]] -->";
    }
    person.data.put("GEBURTSORT", written);
    plot.page(person.page());
    plot.decoy(person.title, written);
  }

  private static void samePerson(Plot plot) throws IOException {
    Biography first = plot.person();
    plot.page(first.page());
    Biography second = plot.person();
    if (plot.broken()) {
      for (String field : List.of("NAME", "GEBURTSDATUM", "STERBEDATUM")) {
        second.data.put(field, first.data.getOrDefault(field, ""));
      }
      second.sortKey = first.sortKey;
      second.lead = first.lead.replace(first.title, second.title);
      second.birthCategory = first.birthCategory;
      second.deathCategory = first.deathCategory;
    }
    plot.page(second.page());
    plot.defect(second.title, first.title);
  }

  private static void namesake(Plot plot) throws IOException {
    Biography first = plot.person();
    plot.page(first.page());
    Biography second = plot.person();
    second.data.put("NAME", first.data.getOrDefault("NAME", ""));
    second.sortKey = first.sortKey;
    second.data.put("GEBURTSDATUM", Integer.toString(year(second.birthCategory)));
    plot.page(second.page());
    plot.decoy(second.title, "same name, other dates than " + first.title);
  }

  private static void withoutIdentifier(Plot plot) throws IOException {
    Biography person = plot.person();
    if (plot.broken()) {
      person.authorityCall =
          switch (plot.variant % 3) {
            case 0 -> "";
            case 1 -> "{{Normdaten|TYP=p}}\n";
            default -> "<!-- " + person.normdaten().strip() + " -->\n";
          };
    }
    plot.page(person.page());
    plot.defect(person.title, "");
  }

  private static void saysThereIsNone(Plot plot) throws IOException {
    Biography person = plot.person();
    String viaf = person.authority.getOrDefault("VIAF", "");
    person.authorityCall =
        switch (plot.variant % 3) {
          case 0 -> "{{Normdaten|TYP=p|GNDfehlt=ja|GNDCheck=2025-05-01}}\n";
          case 1 -> "{{Normdaten|TYP=p|VIAF=" + viaf + "}}\n";
          default -> person.normdaten().replace("{{Normdaten", "{{normdaten\n ");
        };
    plot.page(person.page());
    plot.decoy(person.title, person.authorityCall.strip());
  }

  private static void malformed(Plot plot) throws IOException {
    Biography person = plot.person();
    String gnd = person.authority.getOrDefault("GND", "");
    char last = gnd.charAt(gnd.length() - 1);
    Map<String, String> form =
        switch (plot.variant % 4) {
          case 0 -> Map.of("GND", gnd.substring(0, gnd.length() - 1) + (last == '7' ? '3' : '7'));
          case 1 -> Map.of("LCCN", "n/8/" + plot.random.nextInt(1000) + "x");
          case 2 -> Map.of("VIAF", "V" + plot.random.nextInt(1_000_000));
          default -> Map.of("GND", gnd + "12");
        };
    if (plot.broken()) {
      person.authority.putAll(form);
    }
    plot.page(person.page());
    String parameter = form.keySet().iterator().next();
    plot.defect(person.title, parameter.toLowerCase(java.util.Locale.ROOT));
  }

  private static void otherNotation(Plot plot) throws IOException {
    Biography person = plot.person();
    int serial = plot.random.nextInt(900_000);
    String value =
        switch (plot.variant % 3) {
          case 0 -> "no/2012/" + serial;
          case 1 -> "nb2008" + "%06d".formatted(serial);
          default -> " n/00/%d ".formatted(serial / 100 + 1);
        };
    person.authority.put("LCCN", value);
    plot.page(person.page());
    plot.decoy(person.title, value.strip());
  }

  private static void shared(Plot plot) throws IOException {
    Biography first = plot.person();
    Biography second = plot.person();
    String scheme = List.of("GND", "LCCN", "VIAF").get(plot.variant % 3);
    first.authority.put("LCCN", "n/99/%d".formatted(plot.serial()));
    if (plot.broken()) {
      String value = first.authority.getOrDefault(scheme, "");
      second.authority.put(
          scheme,
          scheme.equals("LCCN")
              ? "n99%06d".formatted(Integer.parseInt(value.substring(5)))
              : value);
    }
    plot.page(first.page());
    plot.page(second.page());
    plot.defect(second.title, scheme.toLowerCase(java.util.Locale.ROOT));
  }

  /// One number in two files of identifiers is no shared identifier.
  private static void sameDigits(Plot plot) throws IOException {
    Biography first = plot.person();
    Biography second = plot.person();
    second.authority.put("VIAF", first.authority.getOrDefault("GND", "").replace('X', '0'));
    plot.page(first.page());
    plot.page(second.page());
    plot.decoy(second.title, "the same digits as VIAF");
  }
}
