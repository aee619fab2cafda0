package org.handsel.collection.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Item;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Records of a file of JSON or JSON Lines, or of IIIF manifests.
final class JsonRecords implements FileRecords {
  private static final int SAMPLE = 1 << 18;

  private final String file;
  private final Format format;
  private final LongSupplier numbers;
  private final Problems problems;
  private final TextEncoding encoding;
  private final List<String> path;
  private final JsonElements elements;
  private final JsonTree tree = new JsonTree();
  private final @Nullable IiifTrees iiif;
  private final Deque<XdmNode> waiting = new ArrayDeque<>();
  private long line;
  private boolean any;
  private boolean ended;

  JsonRecords(
      DeliveredFile delivered,
      Format format,
      SourceSpec given,
      LongSupplier numbers,
      Problems problems)
      throws IOException {
    file = delivered.name();
    this.format = format;
    this.numbers = numbers;
    this.problems = problems;
    encoding = TextEncoding.of(delivered, given.charset());
    String record = given.record();
    if (format == Format.IIIF) {
      path = List.of();
      iiif = new IiifTrees(file, "canvas".equals(record), problems);
    } else {
      path =
          record == null
              ? JsonRecognition.path(encoding.decode(delivered.bytes().peek(SAMPLE)))
              : JsonRecognition.steps(record);
      iiif = null;
    }
    elements =
        new JsonElements(
            new DecodingReader(delivered.bytes(), encoding, (at, bytes) -> undecodable(at, bytes)),
            path);
  }

  private void undecodable(long at, String bytes) {
    problems.add(
        file,
        0,
        at,
        "BYTES_UNDECODABLE",
        bytes,
        ("%s, line %d: bytes that are not %s: expected text, found the bytes %s. They were replaced"
                + " by U+FFFD; check source.charset.")
            .formatted(file, at, encoding.charset().name(), bytes),
        false);
  }

  @Override
  public @Nullable XmlRecord next() throws IOException {
    while (true) {
      XdmNode ready = waiting.poll();
      if (ready != null) {
        return new XmlRecord(new Item.Origin(file, numbers.getAsLong(), line), ready);
      }
      JsonElements.Element element = ended ? null : elements.next();
      if (element == null) {
        end();
        return null;
      }
      any = true;
      line = element.line();
      read(element);
    }
  }

  private void read(JsonElements.Element element) {
    String broken = element.broken();
    if (broken == null) {
      try {
        if (iiif == null) {
          waiting.add(tree.of(element.text()));
        } else {
          waiting.addAll(iiif.of(Json.mapper().readTree(element.text()), line));
        }
        return;
      } catch (JacksonException wrong) {
        broken = Problems.cut(String.valueOf(wrong.getOriginalMessage()));
      }
    }
    problems.add(
        file,
        numbers.getAsLong(),
        line,
        "JSON_BROKEN",
        element.text().length() > 500 ? element.text().substring(0, 500) : element.text(),
        "%s, line %d: not JSON: %s. The record is left out; reading goes on at the next one."
            .formatted(file, line, broken),
        true);
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (elements.truncated()) {
      problems.add(
          file,
          0,
          0,
          "JSON_TRUNCATED",
          "",
          "%s: the file ends before its list does: records may be missing. Ask for it again."
              .formatted(file),
          true);
    } else if (!any && !path.isEmpty()) {
      problems.add(
          file,
          0,
          0,
          "RECORD_ELEMENT_MISSING",
          "",
          "%s: no record: expected a list at %s, found none. Check source.record."
              .formatted(file, String.join("/", path)),
          true);
    }
  }

  @Override
  public String label() {
    return iiif != null
        ? "IIIF, %s, record %s".formatted(encoding.label(), iiif.record())
        : "JSON, %s, %s"
            .formatted(
                encoding.label(),
                path.isEmpty() ? "records at the top" : "records at " + String.join("/", path));
  }

  @Override
  public SourceSpec resolved(SourceSpec given) {
    String record =
        iiif != null
            ? (iiif.record().equals("canvas") ? "canvas" : null)
            : path.isEmpty() ? null : String.join("/", path);
    return new SourceSpec(
        format.id(), given.charset(), null, null, null, record, given.namespaces(), given.joins());
  }
}
