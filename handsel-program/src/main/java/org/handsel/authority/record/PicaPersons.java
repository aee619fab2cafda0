package org.handsel.authority.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.authority.record.PersonDetails.Relation;
import org.handsel.authority.record.PersonProblem.Kind;
import org.handsel.authority.record.StatedDate.Event;
import org.handsel.marc.MarcRecord;
import org.handsel.marc.MarcRecord.Field;
import org.handsel.marc.MarcRecord.Subfield;

/// Reads persons of the GND in PICA+: a line a record, fields and subfields divided by the control
/// characters 1E and 1F. Source of the fields: DNB, GND in PICA+; 200 records of it.
final class PicaPersons {
  private final Codes codes = Codes.TABLE;
  private final Problems problems;

  PicaPersons(Problems problems) {
    this.problems = problems;
  }

  void read(BufferedReader in, Taken persons) throws IOException {
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      number++;
      MarcRecord record = new MarcRecord(number, "", fields(line));
      if (record.fields().isEmpty()) {
        problems.add(
            number, Kind.NO_RECORD, "expected fields divided by the character 1E. Left out.");
        continue;
      }
      long place = number;
      person(record, person -> persons.take(place, person));
    }
  }

  private static List<Field> fields(String line) {
    List<Field> fields = new ArrayList<>();
    for (String text : line.split("\u001E")) {
      String[] parts = text.split("\u001F");
      if (parts.length < 2) {
        continue;
      }
      List<Subfield> subfields = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        if (!parts[i].isEmpty()) {
          subfields.add(new Subfield(parts[i].charAt(0), parts[i].substring(1)));
        }
      }
      String tag = parts[0].strip();
      fields.add(new Field(tag.substring(0, Math.min(4, tag.length())), "", "", subfields));
    }
    return fields;
  }

  private void person(MarcRecord record, Consumer<PersonRecord> persons) {
    List<Field> heading = record.fields("028A");
    String type =
        record.fields("002@").isEmpty() ? "" : record.fields("002@").getFirst().first('0');
    if (heading.isEmpty()) {
      return;
    }
    List<StatedDate> dates = dates(record);
    List<NameVariant> names = variants(record);
    String id = id(record);
    List<String> occupations = new ArrayList<>();
    for (Field field : record.fields("041R")) {
      if (!codes.meaning("occupation", field.all('4')).isEmpty()) {
        occupations.addAll(field.all('a'));
      }
    }
    List<String> countries = new ArrayList<>();
    for (Field field : record.fields("042B")) {
      field.all('a').forEach(code -> countries.add(code.replaceFirst("^X[A-Z]-", "")));
    }
    List<String> notes = new ArrayList<>();
    record.fields("050G").forEach(field -> notes.addAll(field.all('b')));
    record.fields("050G").forEach(field -> notes.addAll(field.all('a')));
    List<Relation> relations = new ArrayList<>();
    for (Field field : record.fields("028R")) {
      String role = codes.meaning("relation", field.all('4'));
      relations.add(
          new Relation(
              role.isEmpty() ? "other" : role,
              field.first('0').replaceFirst("^gnd/?", ""),
              name(field)));
    }
    String gender =
        record.fields("032T").isEmpty() ? "" : record.fields("032T").getFirst().first('a');
    persons.accept(
        new PersonRecord(
            id,
            name(heading.getFirst()),
            "person",
            names.stream().map(NameVariant::name).toList(),
            LifeSpan.edtf(dates, Event.BIRTH),
            LifeSpan.edtf(dates, Event.DEATH),
            countries,
            place(record, "birth"),
            place(record, "death"),
            occupations,
            String.join(" ", notes),
            new PersonDetails(
                type.startsWith("Tn") ? RecordStatus.UNDIFFERENTIATED : RecordStatus.USABLE,
                "",
                List.of(),
                Codes.gender(gender),
                names,
                dates,
                relations,
                id.isEmpty() ? Map.of() : Map.of("gnd", List.of(id)))));
  }

  private static String id(MarcRecord record) {
    for (Field field : record.fields("007K")) {
      if (field.first('a').equals("gnd")) {
        return field.first('0');
      }
    }
    List<Field> own = record.fields("003@");
    return own.isEmpty() ? "" : own.getFirst().first('0');
  }

  private List<NameVariant> variants(MarcRecord record) {
    Set<NameVariant> names = new LinkedHashSet<>();
    for (Field field : record.fields()) {
      if (field.tag().equals("028@") || field.tag().equals("028P")) {
        String name = name(field);
        if (!name.isEmpty()) {
          names.add(new NameVariant(name, codes.name(field.all('4'), name)));
        }
      }
    }
    return List.copyOf(names);
  }

  /// `$a` family name, `$d` given name, `$c` particle; or `$P` a personal name with `$n` number and
  /// `$l` epithet.
  private static String name(Field field) {
    String personal = field.first('P');
    if (!personal.isEmpty()) {
      return (personal + ' ' + field.first('n')).strip()
          + (field.first('l').isEmpty() ? "" : ", " + field.first('l'));
    }
    String given = (field.first('d') + ' ' + field.first('c')).strip();
    return field.first('a') + (given.isEmpty() ? "" : ", " + given);
  }

  private List<StatedDate> dates(MarcRecord record) {
    List<StatedDate> dates = new ArrayList<>();
    for (Field field : record.fields("060R")) {
      boolean active = codes.meaning("date", field.all('4')).equals("active");
      String from = field.first('a');
      String to = field.first('b');
      if (active && (from + to + field.first('d')).matches(".*\\d{3}.*")) {
        dates.addAll(LifeSpan.span((from + " - " + to + field.first('d')).strip(), true));
      }
      if (!active && !from.isEmpty()) {
        dates.add(LifeSpan.date(Event.BIRTH, from));
      }
      if (!active && !to.isEmpty()) {
        dates.add(LifeSpan.date(Event.DEATH, to));
      }
    }
    return dates;
  }

  private String place(MarcRecord record, String event) {
    for (Field field : record.fields("065R")) {
      if (codes.meaning("place", field.all('4')).equals(event)) {
        return field.first('a');
      }
    }
    return "";
  }
}
