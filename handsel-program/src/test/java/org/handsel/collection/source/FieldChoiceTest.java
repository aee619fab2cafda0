package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the first mapping of a delivery without a ready profile is made of:
/// `cases/starter/deliveries.txt`.
class FieldChoiceTest {
  private static final Path CASES =
      Shared.root().resolve("handsel-program/src/test/resources/cases/starter/deliveries.txt");

  @TempDir Path folder;

  record Case(String what, String file, String text, Map<String, String> expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> all = new ArrayList<>();
    for (String block : Files.readString(CASES).split("(?m)^== ", -1)) {
      if (!block.startsWith("#")) {
        all.add(read(block.lines().toList()));
      }
    }
    return all.stream();
  }

  private static Case read(List<String> lines) {
    StringBuilder text = new StringBuilder();
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : lines.subList(2, lines.size())) {
      if (line.startsWith("-- ")) {
        int colon = line.indexOf(':');
        expected.put(line.substring(3, colon), line.substring(colon + 1).strip());
      } else {
        text.append(line).append('\n');
      }
    }
    assertThat(expected).as(lines.getFirst()).isNotEmpty();
    return new Case(lines.getFirst(), lines.get(1), text.toString(), expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void choosesThePlacesAPersonWouldChoose(Case one) throws Exception {
    Path file = Read.write(folder.resolve(one.file), one.text);
    SourceProfile profile;
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      profile = SourceProfile.of(source);
    }
    Map<String, FieldProfile> chosen = FieldChoice.of(profile).chosen();

    Map<String, String> found = new LinkedHashMap<>();
    one.expected
        .keySet()
        .forEach(field -> {
          FieldProfile place = chosen.get(field);
          found.put(
              field,
              field.equals("id")
                  ? profile.idCandidates().getFirst()
                  : place == null ? "" : place.path());
        });
    assertThat(found).isEqualTo(one.expected);
  }
}
