package org.handsel.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.Tsv;

/// Cases of a specification: TSV under `src/test/resources/cases`, comments with `#`, one header.
public final class CaseTable {
  private CaseTable() {}

  /// The rows of a file, without comments and header.
  public static Stream<List<String>> rows(String name) {
    try (InputStream in = CaseTable.class.getResourceAsStream("/cases/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no cases in " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .skip(1)
              .map(Tsv::cells)
              .toList()
              .stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
