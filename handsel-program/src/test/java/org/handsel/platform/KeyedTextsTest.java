package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedTextsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void answersAreThoseOfAMap(long seed) {
    Random random = new Random(seed);
    Map<String, List<String>> expected = new HashMap<>();
    try (KeyedTexts texts = KeyedTexts.in(folder, "texts")) {
      KeyedTexts.Register register = texts.register("a");
      // More than one table's growth.
      for (int i = 0; i < 120_000; i++) {
        String key = "key " + random.nextInt(90_000);
        String value = "value ".repeat(random.nextInt(3)) + i;
        if (random.nextBoolean()) {
          List<String> had = expected.get(key);
          assertThat(register.putIfAbsent(key, value))
              .isEqualTo(had == null ? null : had.getLast());
          expected.computeIfAbsent(key, none -> new ArrayList<>(List.of(value)));
        } else {
          register.add(key, value);
          expected.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
        }
      }
      expected.forEach((key, values) -> assertThat(register.all(key)).isEqualTo(values));
      for (int i = 90_000; i < 91_000; i++) {
        assertThat(register.contains("key " + i)).isFalse();
      }
    }
  }

  @Test
  void keysWithEqualHashesStayApart() {
    try (KeyedTexts texts = KeyedTexts.in(folder, "texts", key -> -1)) {
      KeyedTexts.Register register = texts.register("a");
      for (int i = 0; i < 500; i++) {
        assertThat(register.putIfAbsent("key " + i, "value " + i)).isNull();
      }
      for (int i = 0; i < 500; i++) {
        assertThat(register.putIfAbsent("key " + i, "another")).isEqualTo("value " + i);
      }
      assertThat(register.contains("key 500")).isFalse();
    }
  }

  @Test
  void registersDoNotKnowEachOthersKeys() {
    try (KeyedTexts texts = KeyedTexts.in(folder, "texts")) {
      assertThat(texts.register("a").putIfAbsent("b", "1")).isNull();

      assertThat(texts.register("ab").contains("")).isFalse();
      assertThat(texts.register("b").all("b")).isEmpty();
      assertThat(texts.register("a").all("b")).containsExactly("1");
    }
  }

  @Test
  void anyTextIsKeptAsItIs() {
    String long_ = "ß".repeat(100_000);
    try (KeyedTexts texts = KeyedTexts.in(folder, "texts")) {
      KeyedTexts.Register register = texts.register("a");
      for (String key : List.of("", "\0", "\ud800", "\udc00", "𝄞", long_)) {
        assertThat(register.putIfAbsent(key, key)).isNull();
      }
      for (String key : List.of("", "\0", "\ud800", "\udc00", "𝄞", long_)) {
        assertThat(register.all(key)).containsExactly(key);
      }
      assertThat(register.contains("\ufffd")).isFalse();
      assertThat(register.contains("?")).isFalse();
    }
  }

  @Test
  void nothingIsLeftOnTheDisk() throws Exception {
    Path scratch = folder.resolve("new");
    try (KeyedTexts texts = KeyedTexts.in(scratch, "texts")) {
      assertThat(texts.register("a").contains("b")).isFalse();
      assertThat(scratch).doesNotExist();
      for (int i = 0; i < 10_000; i++) {
        texts.register("a").add("b" + i, "some words that fill the room there is");
      }
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (KeyedTexts texts = KeyedTexts.in(file.resolve("below"), "texts")) {
      assertThatThrownBy(() -> texts.register("a").add("b", "c"))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining(file + "/below: no scratch files can be kept there");
    }
  }
}
