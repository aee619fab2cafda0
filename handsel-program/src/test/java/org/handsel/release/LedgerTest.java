package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
