package org.handsel.collection.harvest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A harvest on disk: `pages/page-000001.xml` as they came, `harvest.json` with what was asked for,
/// and `pages.jsonl`, to which each page adds a line when it is safely there. A line that a stop
/// has cut is as if it were not written: its page is fetched again. Used by one thread.
final class HarvestFolder {
  private final Path folder;
  private final List<Page> pages = new ArrayList<>();

  /// A page that is there.
  ///
  /// @param token with which it was asked for; empty for the first
  /// @param next with which the next is asked for; empty when it is the last
  /// @param identifiers see [OaiPage]
  record Page(
      long page,
      String file,
      String token,
      String next,
      long records,
      long deleted,
      long identifiers,
      boolean broken) {}

  private HarvestFolder(Path folder) {
    this.folder = folder;
  }

  /// Opens a folder and what is in it of the same harvest.
  ///
  /// @throws HandselException with exit 2 when it holds another harvest
  static HarvestFolder open(Path folder, HarvestRequest request, boolean restart) {
    HarvestFolder opened = new HarvestFolder(folder);
    Map<String, @Nullable String> asked = new LinkedHashMap<>();
    asked.put("url", request.address().toString());
    asked.put("prefix", request.prefix());
    asked.put("set", request.set());
    asked.put("from", request.from());
    asked.put("until", request.until());
    try {
      Path about = folder.resolve("harvest.json");
      if (restart) {
        opened.clear();
      } else if (Files.exists(about)) {
        JsonNode before = Json.mapper().readTree(Files.readString(about));
        if (!before.equals(Json.mapper().valueToTree(asked))) {
          throw HandselException.usage(
              "%s: holds another harvest: expected %s, found %s. Choose another folder, or begin anew with --restart."
                  .formatted(folder, Json.mapper().valueToTree(asked), before));
        }
        opened.readPages();
      }
      Files.createDirectories(folder.resolve("pages"));
      DurableFiles.replace(about, Json.pretty(asked) + "\n");
    } catch (IOException e) {
      throw opened.failure(e);
    } catch (JacksonException e) {
      throw HandselException.usage(
          "%s: harvest.json is damaged. Begin anew with --restart.".formatted(folder));
    }
    return opened;
  }

  private void clear() throws IOException {
    Files.deleteIfExists(folder.resolve("pages.jsonl"));
    Path kept = folder.resolve("pages");
    if (Files.isDirectory(kept)) {
      try (var files = Files.newDirectoryStream(kept, "page-*.xml")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  private void readPages() throws IOException {
    Path list = folder.resolve("pages.jsonl");
    if (!Files.exists(list)) {
      return;
    }
    StringBuilder whole = new StringBuilder();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      try {
        Page page = Json.mapper().readValue(line, Page.class);
        if (page.page() != pages.size() + 1 || !Files.exists(folder.resolve(page.file()))) {
          break;
        }
        pages.add(page);
        whole.append(line).append('\n');
      } catch (JacksonException cut) {
        break;
      }
    }
    DurableFiles.replace(list, whole.toString());
  }

  List<Page> pages() {
    return pages;
  }

  /// Keeps a page; when this returns, a stop does not lose it.
  void add(String token, byte[] bytes, OaiPage page) {
    long number = pages.size() + 1L;
    String file = "pages/page-%06d.xml".formatted(number);
    DurableFiles.replace(folder.resolve(file), bytes);
    Page kept =
        new Page(
            number,
            file,
            token,
            page.token(),
            page.records(),
            page.deleted(),
            page.identifiers(),
            page.broken() != null);
    byte[] line = (Json.mapper().writeValueAsString(kept) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel list =
        FileChannel.open(
            folder.resolve("pages.jsonl"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        list.write(buffer);
      }
      list.force(true);
    } catch (IOException e) {
      throw failure(e);
    }
    pages.add(kept);
  }

  private HandselException failure(IOException e) {
    return HandselException.environment(
        "%s: cannot be written (%s). What was fetched is kept; make room, then run the command again."
            .formatted(folder, DurableFiles.reason(e)),
        e);
  }
}
