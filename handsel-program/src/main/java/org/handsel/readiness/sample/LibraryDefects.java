package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Defects that show beside an authority file or Wikidata only (N5 to N8, and half of N4).
final class LibraryDefects {
  private LibraryDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("N4", LibraryDefects::wrongKind, LibraryDefects::rightKind),
        new Defect("N5", LibraryDefects::otherOnWikidata, LibraryDefects::sameOnWikidata),
        new Defect("N6", LibraryDefects::movedRecord, LibraryDefects::recordInUse),
        new Defect("N7", LibraryDefects::recordSaidToBeMissing, LibraryDefects::noRecord),
        new Defect("N8", LibraryDefects::recordOfSeveral, LibraryDefects::recordOfOne));
  }

  private static void wrongKind(Plot plot) throws IOException {
    switch (plot.variant % 3) {
      case 0 -> {
        Biography person = plot.person();
        if (plot.broken()) {
          person.authority.put("TYP", plot.variant % 2 == 0 ? "k" : "s");
        }
        plot.page(person.page());
        plot.defect(person.title, "type");
      }
      case 1 -> {
        PageDraft page = plot.article();
        page.write(
            "{{Normdaten|TYP=%s|GND=%s}}\n".formatted(plot.broken() ? "p" : "g", plot.number()));
        plot.page(page.category(plot.subjectName()));
        plot.defect(page.title, "type");
      }
      default -> {
        Biography person = plot.person();
        Map<String, Object> record = LibraryFiles.record(person.gnd(), person);
        if (plot.broken()) {
          record.put("name", "Verein " + person.family);
          record.put("kind", "corporate");
          record.remove("gender");
        }
        plot.record(record);
        plot.page(person.page());
        plot.defect("N4", person.title, "record", "library");
      }
    }
  }

  private static void rightKind(Plot plot) throws IOException {
    Biography person = plot.person();
    if (plot.variant % 2 == 0) {
      person.authority.remove("TYP");
    }
    plot.record(LibraryFiles.record(person.gnd(), person));
    plot.page(person.page());
    plot.decoy(person.title, "the record of a person");
    String gnd = plot.number();
    PageDraft club = plot.article();
    club.write("{{Normdaten|TYP=k|GND=" + gnd + "}}\n");
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", gnd);
    record.put("name", club.title);
    record.put("kind", "corporate");
    plot.record(record);
    plot.page(club.category(plot.subjectName()));
    plot.decoy(club.title, "a body with the record of one");
  }

  private static void otherOnWikidata(Plot plot) throws IOException {
    Biography person = plot.person();
    String scheme = List.of("gnd", "viaf", "lccn").get(plot.variant % 3);
    person.authority.put("LCCN", "n/98/%d".formatted(plot.serial()));
    Map<String, List<String>> identifiers = LibraryFiles.identifiers(person);
    if (plot.broken()) {
      identifiers.put(
          scheme,
          List.of(
              switch (scheme) {
                case "gnd" -> plot.number();
                case "viaf" -> Long.toString(700_000_000L + plot.serial());
                default -> "n97%06d".formatted(plot.serial());
              }));
    }
    plot.item(person.page(), identifiers);
    plot.defect("N5", person.title, scheme, "library");
  }

  private static void sameOnWikidata(Plot plot) throws IOException {
    Biography person = plot.person();
    Map<String, List<String>> identifiers = LibraryFiles.identifiers(person);
    String detail;
    switch (plot.variant % 3) {
      case 0 -> {
        identifiers.put("gnd", List.of(plot.number(), person.gnd()));
        detail = "one of two numbers on Wikidata";
      }
      case 1 -> {
        identifiers.clear();
        detail = "an item without identifiers";
      }
      default -> {
        person.authority.put("GND", "https://d-nb.info/gnd/" + person.gnd());
        detail = "the number in another notation";
      }
    }
    plot.item(person.page(), identifiers);
    plot.decoy(person.title, detail);
  }

  private static void movedRecord(Plot plot) throws IOException {
    Biography person = plot.person();
    String old = person.gnd();
    String other = plot.number();
    int form = plot.variant % 3;
    if (plot.broken()) {
      Map<String, Object> record = LibraryFiles.record(old, person);
      switch (form) {
        case 0 -> {
          record.put("successor", other);
          plot.record(record);
          plot.record(LibraryFiles.record(other, person));
        }
        case 1 -> {
          Map<String, Object> joined = LibraryFiles.record(other, person);
          joined.put("formerIds", List.of(old));
          plot.record(joined);
        }
        default -> {
          record.put("status", "deleted");
          plot.record(record);
        }
      }
    } else {
      plot.record(LibraryFiles.record(old, person));
    }
    plot.page(person.page());
    plot.defect("N6", person.title, form == 2 ? "" : other, "library");
  }

  private static void recordInUse(Plot plot) throws IOException {
    Biography person = plot.person();
    Map<String, Object> record = LibraryFiles.record(person.gnd(), person);
    record.put("formerIds", List.of(plot.number()));
    plot.record(record);
    plot.page(person.page());
    plot.decoy(person.title, "another record was joined with this one");
  }

  private static void recordSaidToBeMissing(Plot plot) throws IOException {
    Biography person = plot.person();
    String gnd = person.gnd();
    person.authority.clear();
    person.authority.put("TYP", "p");
    person.authority.put("GNDfehlt", "ja");
    if (plot.variant % 2 == 0) {
      person.authority.put("GNDCheck", "2025-05-01");
    }
    if (plot.broken()) {
      plot.record(LibraryFiles.record(gnd, person));
    }
    plot.page(person.page());
    plot.defect("N7", person.title, gnd, "library");
  }

  private static void noRecord(Plot plot) throws IOException {
    Biography person = plot.person();
    String gnd = person.gnd();
    person.authority.clear();
    person.authority.put("TYP", "p");
    person.authority.put("GNDfehlt", "ja");
    Map<String, Object> record = LibraryFiles.record(gnd, person);
    if (plot.variant % 2 == 0) {
      record.put("birth", "%04d".formatted(plot.lives().births().first() - 90));
      record.put("death", "%04d".formatted(plot.lives().births().first() - 30));
    } else {
      record.put("name", "Z" + person.family + "xy, Q" + person.given);
      record.remove("death");
    }
    plot.record(record);
    plot.page(person.page());
    plot.decoy(person.title, plot.variant % 2 == 0 ? "a namesake" : "the same day of birth");
  }

  private static void recordOfSeveral(Plot plot) throws IOException {
    Biography person = plot.person();
    Map<String, Object> record = LibraryFiles.record(person.gnd(), person);
    if (plot.broken()) {
      record.put("status", "undifferentiated");
      record.remove("birth");
      record.remove("death");
    }
    plot.record(record);
    plot.page(person.page());
    plot.defect("N8", person.title, "", "library");
  }

  private static void recordOfOne(Plot plot) throws IOException {
    Biography person = plot.person();
    plot.record(LibraryFiles.record(person.gnd(), person));
    Map<String, Object> several = LibraryFiles.record(plot.number(), person);
    several.put("status", "undifferentiated");
    several.remove("birth");
    several.remove("death");
    plot.record(several);
    plot.page(person.page());
    plot.decoy(person.title, "beside a record for several persons of the name");
  }
}
