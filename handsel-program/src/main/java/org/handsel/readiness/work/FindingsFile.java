package org.handsel.readiness.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.readiness.compare.FindingIdentity;
import tools.jackson.databind.JsonNode;

/// The findings of an audit, page by page of a list. One pass over `findings.jsonl` notes where the
/// findings of each audit begin and what makes each the same one again (16 bytes a finding); after
/// that only the lines that are shown are read. Immutable; safe for use by many threads.
public final class FindingsFile {
  private static final int BUFFER = 1 << 16;
  private static final byte[] AUDIT = "{\"audit\":\"".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final Map<String, Lines> audits;

  private FindingsFile(Path file, Map<String, Lines> audits) {
    this.file = file;
    this.audits = audits;
  }

  /// Where the findings of one audit stand.
  private static final class Lines {
    private long[] starts = new long[16];
    private long[] identities = new long[16];
    private int size;

    void add(long start, long identity) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        identities = Arrays.copyOf(identities, size * 2);
      }
      starts[size] = start;
      identities[size++] = identity;
    }
  }

  /// A finding of the list.
  ///
  /// @param key what makes it the same one again, as 16 hexadecimal digits
  /// @param finding the line of `findings.jsonl`
  public record Row(String key, JsonNode finding) {}

  /// A part of a list.
  ///
  /// @param all how many the whole list has
  public record Part(List<Row> rows, long all) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /// @throws HandselException with exit 3 when there are no findings to read
  public static FindingsFile open(Path audit) {
    Path file = audit.resolve("findings.jsonl");
    FindingIdentity identity = new FindingIdentity();
    Map<String, Lines> audits = new LinkedHashMap<>();
    try (var in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
      long start = 0;
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        int from = 0;
        for (int at = 0; at < read; at++) {
          if (buffer[at] == '\n') {
            line.write(buffer, from, at - from);
            note(audits, identity, start, line.toByteArray());
            start += line.size() + 1;
            line.reset();
            from = at + 1;
          }
        }
        line.write(buffer, from, read - from);
      }
      return new FindingsFile(file, audits);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  private static void note(
      Map<String, Lines> audits, FindingIdentity identity, long start, byte[] line) {
    if (line.length <= AUDIT.length) {
      return;
    }
    JsonNode finding = Json.mapper().readTree(line);
    audits
        .computeIfAbsent(finding.path("audit").asString(""), audit -> new Lines())
        .add(start, FindingIdentity.hash(identity.of(finding)));
  }

  /// Some findings of an audit, in their order.
  ///
  /// @param wanted tells by key which findings belong to the list
  public Part part(String audit, Predicate<String> wanted, int from, int most) {
    Lines lines = audits.get(audit);
    List<Row> rows = new ArrayList<>();
    long all = 0;
    if (lines == null) {
      return new Part(rows, 0);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      for (int at = 0; at < lines.size; at++) {
        String key = key(lines.identities[at]);
        if (wanted.test(key)) {
          if (all >= from && rows.size() < most) {
            rows.add(new Row(key, read(channel, lines.starts[at])));
          }
          all++;
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
    return new Part(rows, all);
  }

  private static String key(long identity) {
    return "%016x".formatted(identity);
  }

  private static JsonNode read(FileChannel channel, long start) throws IOException {
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
    for (long at = start; channel.read(buffer.clear(), at) > 0; at += buffer.position()) {
      byte[] bytes = buffer.array();
      for (int i = 0; i < buffer.position(); i++) {
        if (bytes[i] == '\n') {
          line.write(bytes, 0, i);
          return Json.mapper().readTree(line.toByteArray());
        }
      }
      line.write(bytes, 0, buffer.position());
    }
    return Json.mapper().readTree(line.toByteArray());
  }
}
