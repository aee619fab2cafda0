package org.handsel.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsFileTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsWrittenIsReadAgain(long seed) throws Exception {
    Random random = new Random(seed);
    List<Item> items = Stream.generate(() -> item(random)).limit(50).toList();
    Path file = folder.resolve("items.jsonl");

    try (OutputStream out = Files.newOutputStream(file)) {
      ItemsFile.Writer writer = ItemsFile.writer(out);
      items.forEach(writer::write);
      writer.finish();
    }

    assertThat(read(file)).isEqualTo(items);
    assertThat(Files.readAllLines(file)).hasSize(50);
  }

  private static List<Item> read(Path file) {
    try (Stream<Item> items = ItemsFile.read(file)) {
      return items.toList();
    }
  }

  private static Item item(Random random) {
    return new Item(
        "id" + random.nextInt(),
        Map.of("title", values(random), "creator", values(random)),
        new ItemRights(layer(random), layer(random), layer(random)),
        new Facts(
            maybe(random),
            maybe(random),
            List.of(new Facts.Author(maybe(random), "1732", null, random.nextBoolean())),
            maybe(random),
            null,
            new Facts.Reproduction(maybe(random), null, random.nextBoolean() ? true : null)),
        maybe(random),
        List.of(text(random)),
        new Item.Origin(text(random), random.nextInt(1000), random.nextInt(1000)));
  }

  private static List<Value> values(Random random) {
    List<Value> values = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      values.add(
          new Value(
              text(random),
              maybe(random),
              text(random),
              text(random),
              maybe(random),
              maybe(random),
              random.nextBoolean()
                  ? null
                  : new Value.Mapped("mapped", maybe(random), maybe(random), maybe(random))));
    }
    return values;
  }

  private static LayerRights layer(Random random) {
    Verdict[] all = Verdict.values();
    return new LayerRights(
        maybe(random), all[random.nextInt(all.length)], maybe(random), maybe(random), "why");
  }

  private static @Nullable String maybe(Random random) {
    return random.nextInt(3) == 0 ? null : text(random);
  }

  private static String text(Random random) {
    String alphabet = "aå\"\\\n\r\t\u0001\u2028\u00a0😀{}[]|";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
      text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  @Test
  void aLineThatIsNoItemIsNamed() throws Exception {
    Path file = folder.resolve("items.jsonl");
    Files.writeString(file, "{\"id\":\"1\"}\n\n{\"id\":\n");

    HandselException e = catchThrowableOfType(HandselException.class, () -> read(file));

    assertThat(e.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(e)
        .hasMessageStartingWith(
            file
                + ", line 3: is not an item: expected a JSON object with id, fields, rights and facts, found {\"id\": (");
  }

  @Test
  void anItemWithoutIdIsNamed() throws Exception {
    Path file = folder.resolve("items.jsonl");
    Files.writeString(file, "{\"fields\":{}}\n");

    HandselException e = catchThrowableOfType(HandselException.class, () -> read(file));

    assertThat(e).hasMessageContaining("items.jsonl, line 1: an item without id");
  }

  @Test
  void whatOthersLeaveOutIsSilenceAndUnknownKeysAreIgnored() throws Exception {
    Path file = folder.resolve("items.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"1\",\"colour\":3,\"fields\":{\"title\":[{\"value\":\"T\"}]},\"facts\":{\"country\":\"DE\"}}\n");

    Item item = read(file).getFirst();

    assertThat(item.rights()).isEqualTo(ItemRights.SILENT);
    assertThat(item.facts().country()).isEqualTo("DE");
    assertThat(item.facts().authors()).isEmpty();
    assertThat(item.values("title")).containsExactly(Value.of("T", "", "T"));
  }

  @Test
  void aMissingFileIsWrongUse() {
    HandselException e =
        catchThrowableOfType(HandselException.class, () -> read(folder.resolve("nowhere.jsonl")));

    assertThat(e.exit()).isEqualTo(Exit.USAGE);
    assertThat(e).hasMessageContaining("there is no such file");
  }
}
