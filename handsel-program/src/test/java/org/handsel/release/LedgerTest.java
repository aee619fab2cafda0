package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final FileKey KEY = new FileKey("item-1", "a.jpg");
  @TempDir Path folder;

  private Ledger open() {
    return Ledger.open(new ReleaseFolder(folder), Clock.systemUTC(), RunHook.NONE);
  }

  private void intend(Ledger ledger, FileKey key) {
    ledger.await(
        ledger.append(Step.INTENDED, key, Map.of("title", "File:Ä.jpg", "sha1", "a".repeat(40))));
  }

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() {
    try (Ledger ledger = open()) {
      intend(ledger, KEY);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.of(KEY).open()).isTrue();
      assertThat(ledger.of(KEY).title()).isEqualTo("File:Ä.jpg");
    }
  }

  @Test
  void aTornLastLineIsCutOffAtAnyByte() throws Exception {
    try (Ledger ledger = open()) {
      intend(ledger, KEY);
      ledger.append(Step.PROVEN, KEY, Map.of("title", "File:Ä.jpg", "pageId", "7"));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("ledger.jsonl"));
    int first = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    for (int length = first; length < whole.length; length++) {
      Files.write(folder.resolve("ledger.jsonl"), java.util.Arrays.copyOf(whole, length));
      try (Ledger ledger = open()) {
        assertThat(ledger.of(KEY).kind()).isEqualTo(FileState.Kind.INTENDED);
        intend(ledger, new FileKey("item-2", "b.jpg"));
      }
      try (Ledger ledger = open()) {
        assertThat(ledger.of(new FileKey("item-2", "b.jpg")).open()).isTrue();
      }
    }
  }

  @Test
  void aDamagedLineInTheMiddleStopsWithItsNumber() throws Exception {
    try (Ledger ledger = open()) {
      intend(ledger, KEY);
      intend(ledger, KEY);
    }
    List<String> lines =
        new java.util.ArrayList<>(Files.readAllLines(folder.resolve("ledger.jsonl")));
    lines.add(1, "{\"at\":\"2026\",\"st");
    Files.write(folder.resolve("ledger.jsonl"), lines);

    assertThatThrownBy(this::open)
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("ledger.jsonl, line 2")
        .hasMessageContaining("backup");
    // The failed opening lets go of the lock.
    assertThatThrownBy(this::open).hasMessageContaining("line 2");
  }

  @Test
  void twoRunsOnOneReleaseRefuseEachOther() {
    try (Ledger ledger = open()) {
      intend(ledger, KEY);
      assertThatThrownBy(this::open).hasMessageContaining("another run is working on this release");
    }
    open().close();
  }

  @Test
  void theStateOfARunningReleaseCanBeRead() throws Exception {
    try (Ledger ledger = open()) {
      intend(ledger, KEY);
      Files.writeString(
          folder.resolve("ledger.jsonl"), "{\"at\":\"2026-", StandardOpenOption.APPEND);

      assertThat(Ledger.read(new ReleaseFolder(folder)).of(KEY).open()).isTrue();
    }
  }

  @Test
  void manyThreadsLoseNoLine() {
    try (Ledger ledger = open()) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 200; i++) {
          FileKey key = new FileKey("item-" + i, "x");
          threads.execute(() -> intend(ledger, key));
        }
      }
    }
    LedgerState state = Ledger.read(new ReleaseFolder(folder));
    for (int i = 0; i < 200; i++) {
      assertThat(state.of(new FileKey("item-" + i, "x")).open()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aStepIsReadByItsWord(Step step) {
    assertThat(Json.line(step)).isEqualTo("\"" + step.word() + "\"");
  }

  /// What nothing follows from is passed over; all else is read as the parser of JSON reads it.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aLineSaysWhatWasWritten(long seed) throws Exception {
    Random random = new Random(seed);
    String[] texts = {"", "a", "Ä \" \\ \n \u2028", "{\"x\":[1]}", "\t", "𝄞"};
    List<LedgerEntry> written = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, Object> facts = new HashMap<>();
      for (String name : List.of("title", "sha1", "again", "ä\"b", "unsourced", "files", "data")) {
        if (random.nextInt(3) == 0) {
          facts.put(
              name,
              switch (random.nextInt(12)) {
                case 0 -> List.of("P1", "P2");
                case 1 -> Map.of("labels", Map.of("en", "x"));
                case 2 -> 7;
                default -> texts[random.nextInt(texts.length)];
              });
        }
      }
      Step step = Step.values()[random.nextInt(Step.values().length)];
      written.add(
          new LedgerEntry(
              "2026-11-30T10:00:00Z",
              step,
              texts[random.nextInt(texts.length)],
              texts[random.nextInt(texts.length)],
              facts));
    }
    Files.write(folder.resolve("ledger.jsonl"), written.stream().map(Json::line).toList());
    List<LedgerEntry> read = new ArrayList<>();

    Ledger.follow(folder.resolve("ledger.jsonl"), 0, line -> read.add(line.entry()));

    assertThat(read).hasSize(written.size());
    for (int i = 0; i < read.size(); i++) {
      LedgerEntry then = written.get(i);
      FileState before = FileState.LEFT.after(new LedgerEntry("", Step.INTENDED, "", "", Map.of()));
      assertThat(before.after(read.get(i))).isEqualTo(before.after(then));
      if (then.step() != Step.SENT && then.step() != Step.DATA_INTENDED) {
        assertThat(read.get(i).key()).isEqualTo(then.key());
        assertThat(read.get(i).texts(References.LEFT_OUT))
            .isEqualTo(then.texts(References.LEFT_OUT));
        if (then.step() != Step.DATA_DONE) {
          assertThat(read.get(i)).isEqualTo(then);
        }
      }
    }
  }
}
