package org.handsel.app.sandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Pages and files of the sandbox wiki.
///
/// Everything is in memory; each change is also one line of `pages.jsonl`, the last line of a page
/// being its state, so that the same folder shows the same wiki after a restart. Files lie under
/// `files/` by their SHA-1. Safe for threads; whoever must look and change in one step takes the
/// store's monitor.
final class Store implements AutoCloseable {
  private final Path folder;
  private final Clock clock;
  private final NavigableMap<String, WikiPage> pages = new TreeMap<>();
  private final Map<Integer, String> titles = new TreeMap<>();
  private final Map<String, TreeSet<String>> bySha1 = new HashMap<>();
  private final BufferedWriter journal;
  private int lastPage;
  private int lastRevision;

  Store(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder.resolve("files"));
      Path file = folder.resolve("pages.jsonl");
      if (Files.exists(file)) {
        read(file);
      }
      journal =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file) throws IOException {
    String journal = Files.readString(file);
    // A line without an end was being written when the sandbox was killed: that change did not
    // happen, and the next line must not be glued to it.
    int end = journal.lastIndexOf('\n') + 1;
    if (end < journal.length()) {
      DurableFiles.replace(file, journal.substring(0, end));
    }
    journal.substring(0, end).lines().forEach(line -> take(page(file, line)));
  }

  private static WikiPage page(Path file, String line) {
    try {
      return Json.mapper().readValue(line, WikiPage.class);
    } catch (JacksonException e) {
      throw HandselException.environment(
          "%s: damaged: expected one page a line, found \"%.80s\". Remove the folder to begin with an empty sandbox wiki."
              .formatted(file, line),
          e);
    }
  }

  private void take(WikiPage page) {
    WikiPage before = pages.get(page.title());
    if (before != null && before.hasFile()) {
      bySha1.getOrDefault(before.file().sha1(), new TreeSet<>()).remove(page.title());
    }
    if (page.hasFile()) {
      bySha1.computeIfAbsent(page.file().sha1(), sha1 -> new TreeSet<>()).add(page.title());
    }
    pages.put(page.title(), page);
    titles.put(page.id(), page.title());
    lastPage = Math.max(lastPage, page.id());
    for (WikiPage.Revision revision : page.revisions()) {
      lastRevision = Math.max(lastRevision, revision.id());
    }
  }

  synchronized boolean isEmpty() {
    return pages.isEmpty();
  }

  /// The page of this title as stored; empty when there is none or it was deleted.
  synchronized Optional<WikiPage> page(String title) {
    return Optional.ofNullable(pages.get(title)).filter(page -> !page.deleted());
  }

  synchronized Optional<WikiPage> page(int id) {
    return Optional.ofNullable(titles.get(id)).flatMap(this::page);
  }

  synchronized boolean wasDeleted(String title) {
    WikiPage page = pages.get(title);
    return page != null && page.deleted();
  }

  /// Pages in the order of their titles.
  synchronized List<WikiPage> all() {
    return pages.values().stream().filter(page -> !page.deleted()).toList();
  }

  synchronized List<WikiPage> files() {
    return pages.tailMap("File:").values().stream()
        .takeWhile(page -> page.title().startsWith("File:"))
        .filter(WikiPage::hasFile)
        .toList();
  }

  synchronized List<WikiPage> deleted() {
    return pages.values().stream().filter(WikiPage::deleted).toList();
  }

  synchronized List<WikiPage> filesBySha1(String sha1) {
    return bySha1.getOrDefault(sha1, new TreeSet<>()).stream()
        .flatMap(title -> page(title).stream())
        .toList();
  }

  /// The first file whose title begins like this.
  synchronized Optional<WikiPage> fileByPrefix(String prefix) {
    return pages.tailMap(prefix).values().stream()
        .takeWhile(page -> page.title().startsWith(prefix))
        .filter(WikiPage::hasFile)
        .findFirst();
  }

  /// Writes a text; the page is made when there is none.
  synchronized WikiPage write(Titles.Stored title, String text, String user, String comment) {
    WikiPage old = page(title.full()).orElse(null);
    WikiPage page = old == null ? fresh(title) : old;
    return save(revised(page, text, user, comment, page.structuredData()));
  }

  /// Writes structured data of a page.
  synchronized WikiPage describe(
      WikiPage page, Map<String, Object> data, String user, String comment) {
    return save(revised(page, page.text(), user, comment, data));
  }

  /// Publishes a file, whose bytes are moved into the store. The text counts only for a new page.
  synchronized WikiPage publish(
      Titles.Stored title, Path bytes, WikiPage.FileVersion version, String text) {
    try {
      Path place = path(version.sha1());
      if (!Files.exists(place)) {
        Files.move(bytes, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WikiPage old = page(title.full()).orElse(null);
    WikiPage page = old == null ? fresh(title) : old;
    List<WikiPage.FileVersion> versions = new ArrayList<>(page.versions());
    versions.add(version);
    WikiPage filed =
        new WikiPage(
            page.id(),
            page.namespace(),
            page.title(),
            page.revisions(),
            versions,
            page.structuredData(),
            false);
    return save(
        revised(
            filed,
            old == null ? text : page.text(),
            version.user(),
            version.comment(),
            page.structuredData()));
  }

  synchronized void delete(String title) {
    page(title)
        .ifPresent(page ->
            save(
                new WikiPage(
                    page.id(),
                    page.namespace(),
                    page.title(),
                    page.revisions(),
                    page.versions(),
                    page.structuredData(),
                    true)));
  }

  Path path(String sha1) {
    return folder.resolve("files").resolve(sha1);
  }

  String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private WikiPage fresh(Titles.Stored title) {
    lastPage++;
    return new WikiPage(
        lastPage, title.namespace(), title.full(), List.of(), List.of(), null, false);
  }

  private WikiPage revised(
      WikiPage page,
      String text,
      String user,
      String comment,
      @Nullable Map<String, Object> structuredData) {
    List<WikiPage.Revision> revisions = new ArrayList<>(page.revisions());
    int parent = revisions.isEmpty() ? 0 : revisions.getLast().id();
    lastRevision++;
    revisions.add(
        new WikiPage.Revision(lastRevision, parent, now(), user, comment, text, structuredData));
    return new WikiPage(
        page.id(),
        page.namespace(),
        page.title(),
        revisions,
        page.versions(),
        structuredData,
        false);
  }

  private WikiPage save(WikiPage page) {
    take(page);
    try {
      journal.write(Json.line(page));
      journal.newLine();
      journal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page;
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
