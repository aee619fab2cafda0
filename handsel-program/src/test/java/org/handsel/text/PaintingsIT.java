package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Dates, measures and attribution qualifiers of 5,309 paintings as one museum delivered them.
@Tag("data")
class PaintingsIT {
  private static final Pattern EVENT =
      Pattern.compile("<lido:event>.*?</lido:event>", Pattern.DOTALL);

  private static final Map<String, Integer> CREATED = new HashMap<>();
  private static final Map<String, Integer> ACQUIRED = new HashMap<>();
  private static final Map<String, Integer> MEASURES = new HashMap<>();
  private static final Map<String, Integer> QUALIFIERS = new TreeMap<>();

  @BeforeAll
  static void unpack() throws IOException {
    Path archive = Shared.data("collections/lido/nationalmuseum_valid_items_transform_1677.tgz");
    try (InputStream in =
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
        DataInputStream tar = new DataInputStream(in)) {
      byte[] header = new byte[512];
      while (tar.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
        String octal = new String(header, 124, 11, StandardCharsets.US_ASCII).strip();
        int length = Integer.parseInt(octal, 8);
        String record = new String(tar.readNBytes(length), StandardCharsets.UTF_8);
        tar.skipNBytes((512 - length % 512) % 512);
        if (header[156] == '0' || header[156] == 0) {
          read(record);
        }
      }
    }
  }

  private static void read(String record) {
    Matcher event = EVENT.matcher(record);
    while (event.find()) {
      boolean acquired = event.group().contains("lido00001");
      count(event.group(), "displayDate", acquired ? ACQUIRED : CREATED);
    }
    count(record, "displayObjectMeasurements", MEASURES);
    count(record, "attributionQualifierActor", QUALIFIERS);
  }

  private static void count(String xml, String element, Map<String, Integer> counts) {
    Matcher matcher = Pattern.compile("<lido:" + element + "[^>]*>([^<]+)<").matcher(xml);
    while (matcher.find()) {
      counts.merge(matcher.group(1).replace("&amp;", "&").strip(), 1, Integer::sum);
    }
  }

  private static double share(Map<String, Integer> counts, Predicate<String> understood) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int good =
        counts.entrySet().stream()
            .filter(entry -> understood.test(entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    System.out.printf("%d of %d values, %d distinct%n", good, all, counts.size());
    return (double) good / all;
  }

  @Test
  void datesOfCreationAndAcquisition() {
    Dates dates = Dates.load();
    CREATED.remove("");

    assertThat(share(CREATED, text -> dates.parse(text, "sv").isPresent())).isGreaterThan(0.999);
    assertThat(share(ACQUIRED, text -> dates.parse(text, "en").isPresent())).isGreaterThan(0.998);
  }

  @Test
  void measuresOfTheWork() {
    Dimensions dimensions = Dimensions.load();
    MEASURES.keySet().removeIf(text -> !text.startsWith("Mått "));

    assertThat(share(MEASURES, text -> dimensions.parse(text).isPresent())).isGreaterThan(0.99);
  }

  @Test
  void theTenQualifiersHaveTheirCodes() {
    Names names = Names.load();

    assertThat(QUALIFIERS).hasSize(10);
    assertThat(QUALIFIERS.keySet()).allSatisfy(it -> assertThat(names.attribution(it)).isNotNull());
    assertThat(QUALIFIERS).containsEntry("Tidigare attribution", 469);
    assertThat(names.attribution("Tidigare attribution")).isEqualTo("former");
  }
}
