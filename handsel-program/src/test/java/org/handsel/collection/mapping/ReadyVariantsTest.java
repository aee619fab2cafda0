package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What institutions do with a format, one way at a time: `cases/ready/variants/FORMAT.txt` holds
/// small pieces of records and what the ready profile makes of them, also what it must not make.
///
/// A case is `== what it shows`, lines of the record, and lines `-- field: value | value`; no value
/// means that the field must be empty.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyVariantsTest {
  private static final Path CASES =
      Shared.root().resolve("handsel-program/src/test/resources/cases/ready/variants");

  private static final String XLINK = " xmlns:xlink='http://www.w3.org/1999/xlink'";

  /// What stands around the lines of a case.
  private static final Map<String, String> AROUND =
      Map.of(
          "mods",
          "<mods xmlns='http://www.loc.gov/mods/v3'" + XLINK + ">%s</mods>",
          "dc",
          "<oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/'"
              + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
              + " xmlns:dcterms='http://purl.org/dc/terms/'"
              + " xmlns:edm='http://www.europeana.eu/schemas/edm/'"
              + " xmlns:foaf='http://xmlns.com/foaf/0.1/'"
              + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>%s</oai_dc:dc>",
          "lido",
          "<l:lido xmlns:l='http://www.lido-schema.org'"
              + " xmlns='http://www.lido-schema.org'>%s</l:lido>",
          "ead",
          "<ead xmlns='urn:isbn:1-931666-22-9'"
              + XLINK
              + "><eadheader><eadid>a</eadid></eadheader>%s</ead>",
          "edm",
          "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
              + " xmlns:edm='http://www.europeana.eu/schemas/edm/'"
              + " xmlns:ore='http://www.openarchives.org/ore/terms/'"
              + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
              + " xmlns:dcterms='http://purl.org/dc/terms/'"
              + " xmlns:skos='http://www.w3.org/2004/02/skos/core#'>%s</rdf:RDF>",
          "marc21",
          "<record xmlns='http://www.loc.gov/MARC21/slim'><leader>00000nkm a2200000 a"
              + " 4500</leader>%s</record>",
          "iiif",
          "%s");

  @TempDir Path folder;

  private final Map<String, Mapper> mappers = new HashMap<>();

  /// @param expected field to its values, in order
  record Case(String format, String what, String record, Map<String, String> expected) {
    @Override
    public String toString() {
      return format + ": " + what;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        String format = file.getFileName().toString().replace(".txt", "");
        for (String text : Files.readString(file).split("(?m)^== ", -1)) {
          if (!text.startsWith("#") && !text.isBlank()) {
            all.add(read(format, text));
          }
        }
      }
    }
    return all.stream();
  }

  private static Case read(String format, String text) {
    List<String> lines = text.lines().toList();
    StringBuilder record = new StringBuilder();
    Map<String, String> expected = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("-- ")) {
        int colon = line.indexOf(':');
        expected.put(line.substring(3, colon), line.substring(colon + 1).strip());
      } else if (format.equals("marc21") && !line.isBlank()) {
        record.append(marc(line));
      } else {
        record.append(line).append('\n');
      }
    }
    assertThat(expected).as(lines.getFirst()).isNotEmpty();
    return new Case(format, lines.getFirst().strip(), record.toString(), expected);
  }

  /// `264 _1 $a Skarvik : $c 1905` or `008 260101s1905`.
  private static String marc(String line) {
    String tag = line.substring(0, 3);
    if (tag.startsWith("00")) {
      return "<controlfield tag='%s'>%s</controlfield>".formatted(tag, line.substring(4));
    }
    StringBuilder field =
        new StringBuilder(
            "<datafield tag='%s' ind1='%s' ind2='%s'>"
                .formatted(
                    tag,
                    line.substring(4, 5).replace('_', ' '),
                    line.substring(5, 6).replace('_', ' ')));
    for (String part : line.substring(7).split("\\s*\\$(?=[a-z0-9] )", -1)) {
      if (!part.isBlank()) {
        field.append(
            "<subfield code='%s'>%s</subfield>".formatted(part.charAt(0), part.substring(2)));
      }
    }
    return field + "</datafield>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isMappedAsAPersonWouldReadIt(Case one) throws Exception {
    boolean json = one.format.equals("iiif");
    Path file =
        Files.writeString(
            folder.resolve(json ? "record.json" : "record.xml"),
            Objects.requireNonNull(AROUND.get(one.format)).formatted(one.record));
    try (RecordSource records = Sources.open(file, SourceSpec.RECOGNISE)) {
      var record = Objects.requireNonNull(records.next());
      assertThat(ReadyProfiles.fitting(record).map(ReadyProfiles.Ready::name)).contains(one.format);
      Mapper.Outcome outcome = mapper(one.format).map(record);
      assertThat(outcome.problems())
          .noneMatch(problem -> problem.code().equals(ProblemCode.XPATH_FAILED.name()));
      for (Map.Entry<String, String> field : one.expected.entrySet()) {
        assertThat(found(outcome, field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
  }

  private Mapper mapper(String format) throws IOException {
    Mapper mapper = mappers.get(format);
    if (mapper == null) {
      Path profile = folder.resolve(format + ".yaml");
      Files.writeString(profile, ReadyProfiles.named(format).orElseThrow().text());
      mapper = Mapper.of(Profiles.load(profile));
      mappers.put(format, mapper);
    }
    return mapper;
  }

  private static String found(Mapper.Outcome outcome, String field) {
    Item item = Objects.requireNonNull(outcome.item(), () -> "no item: " + outcome.problems());
    return switch (field) {
      case "id" -> item.id();
      case "rights" ->
          Objects.requireNonNullElse(
              item.rights().reproduction().uri(),
              Objects.requireNonNullElse(item.rights().reproduction().raw(), ""));
      case "attribution" ->
          item.values("creator").stream()
              .map(value -> String.valueOf(value.qualifier()))
              .collect(Collectors.joining(" | "));
      default -> item.values(field).stream().map(Value::value).collect(Collectors.joining(" | "));
    };
  }
}
