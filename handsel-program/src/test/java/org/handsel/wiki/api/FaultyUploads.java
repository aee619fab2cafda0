package org.handsel.wiki.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `action=upload` of the wiki of the tests, in the order of MediaWiki's own module.
final class FaultyUploads {
  static final int MIN_CHUNK = 1024;

  private final FaultyFiles files;
  private final FaultyStash stash;
  private final Clock clock;
  private final Map<String, byte[]> web = new HashMap<>();
  private final List<Instant> uploads = new ArrayList<>();
  private int limit;
  private Duration limitCounted = Duration.ZERO;
  private boolean byUrl = true;

  FaultyUploads(FaultyFiles files, FaultyStash stash, Clock clock) {
    this.files = files;
    this.stash = stash;
    this.clock = clock;
  }

  void onTheWeb(String address, byte[] bytes) {
    web.put(address, bytes);
  }

  void byUrl(boolean now) {
    byUrl = now;
  }

  boolean byUrl() {
    return byUrl;
  }

  void limit(int hits, Duration counted) {
    limit = hits;
    limitCounted = counted;
  }

  FaultyAnswer answer(FaultyForm form) {
    String key = form.text("filekey");
    if (!key.isEmpty() && form.on("checkstatus")) {
      return stash.state(key);
    }
    FaultyAnswer refusal = form.has("chunk") ? pieceRefused(form, key) : wholeRefused(form, key);
    if (refusal != null) {
      return refusal;
    }
    if (form.text("filename").getBytes(StandardCharsets.UTF_8).length > 240) {
      return FaultyAnswer.error("filename-toolong", "Filenames may not be longer than 240 bytes");
    }
    return form.has("chunk") ? piece(form, key) : whole(form, key);
  }

  private @Nullable FaultyAnswer wholeRefused(FaultyForm form, String key) {
    long sources = List.of("filekey", "file", "url").stream().filter(form::has).count();
    if (sources != 1) {
      return FaultyAnswer.error(
          sources == 0 ? "missingparam" : "invalidparammix", "filekey, file or url");
    }
    if (form.has("file") && form.on("async")) {
      return FaultyAnswer.error("cannot-async-upload-file", "async and file do not go together");
    }
    if (form.has("filekey") && !FaultyStash.isKey(key)) {
      return FaultyAnswer.error("invalid-file-key", "Not a valid file key.");
    }
    if (form.has("filekey") && !stash.has(key)) {
      return FaultyAnswer.error("uploadstash-file-not-found", "gone");
    }
    return form.has("url") ? notFetched(form.text("url")) : null;
  }

  private @Nullable FaultyAnswer notFetched(String url) {
    if (!url.startsWith("http://museum.example/")) {
      return FaultyAnswer.error(
          "copyuploadbaddomain", "Uploads by URL are not allowed from this domain.");
    }
    if (!byUrl) {
      return FaultyAnswer.error(
          "permissiondenied", "You don't have permission to upload files from a URL");
    }
    return web.containsKey(url)
        ? null
        : FaultyAnswer.error("http-bad-status", "There was a problem during the HTTP request: 404");
  }

  private FaultyAnswer whole(FaultyForm form, String key) {
    byte[] stashed = stash.bytes(key);
    byte[] fetched = web.get(form.text("url"));
    byte[] bytes = stashed != null ? stashed : fetched != null ? fetched : form.bytes("file");
    String title = "File:" + form.text("filename");
    if (!form.on("stash") && title.contains("Blacklisted")) {
      return FaultyAnswer.error("titleblacklist-custom-filename", "This title says nothing");
    }
    Map<String, Object> warnings = files.warnings(title, FaultyWiki.sha1(bytes));
    if (!warnings.isEmpty()) {
      return warning(warnings, key, bytes);
    }
    if (form.on("stash")) {
      return stashed(bytes);
    }
    if (limited()) {
      return FaultyAnswer.error("ratelimited", "You've exceeded your rate limit");
    }
    if (form.on("async")) {
      return queued(key, title, bytes, form.text("text"));
    }
    stash.remove(key);
    return published(title, files.commit(title, bytes, form.text("text")), "");
  }

  private FaultyAnswer warning(Map<String, Object> warnings, String key, byte[] bytes) {
    return FaultyAnswer.json(
        Map.of(
            "upload",
            Map.of(
                "result",
                "Warning",
                "warnings",
                warnings,
                "filekey",
                stash.has(key) ? key : stash.put(bytes))));
  }

  private FaultyAnswer stashed(byte[] bytes) {
    return FaultyAnswer.json(
        Map.of(
            "upload",
            Map.of(
                "result",
                "Success",
                "filekey",
                stash.put(bytes),
                "imageinfo",
                Map.of("sha1", FaultyWiki.sha1(bytes), "size", bytes.length))));
  }

  private static FaultyAnswer published(String title, FaultyWiki.Stored file, String stage) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("result", "Success");
    if (!stage.isEmpty()) {
      answer.put("stage", stage);
    }
    answer.put("filename", FaultyFiles.key(title));
    answer.put("imageinfo", FaultyFiles.imageInfo(title, file));
    return FaultyAnswer.json(Map.of("upload", answer));
  }

  /// As a real wiki does, the job looks at no warnings: what has happened since is overwritten.
  private FaultyAnswer queued(String key, String title, byte[] bytes, String text) {
    if (stash.queued(key)) {
      return FaultyAnswer.error("publishfailed", "already in progress");
    }
    stash.queue(
        key,
        () -> {
          if (files.taken(title, FaultyWiki.sha1(bytes)).containsKey("nochange")) {
            return FaultyAnswer.error(
                "stashfailed",
                "The upload is an exact duplicate of the current version of [[:%s]]."
                    .formatted(title));
          }
          stash.remove(key);
          return published(title, files.commit(title, bytes, text), "publish");
        });
    return FaultyAnswer.json(
        Map.of(
            "upload",
            Map.of("result", "Poll", "stage", "queued", "filename", FaultyFiles.key(title))));
  }

  private boolean limited() {
    Instant now = clock.instant();
    uploads.removeIf(then -> !then.isAfter(now.minus(limitCounted)));
    if (limit > 0 && uploads.size() >= limit) {
      return true;
    }
    uploads.add(now);
    return false;
  }

  private @Nullable FaultyAnswer pieceRefused(FaultyForm form, String key) {
    long offset = form.number("offset");
    if (offset == 0 && !key.isEmpty()) {
      return FaultyAnswer.error("filekeynotallowed", "no filekey when the offset is 0");
    }
    if (offset != 0 && key.isEmpty()) {
      return FaultyAnswer.error("filekeyneeded", "a filekey when the offset is not 0");
    }
    return key.isEmpty() || stash.has(key)
        ? null
        : FaultyAnswer.error("uploadstash-file-not-found", "gone");
  }

  private FaultyAnswer piece(FaultyForm form, String given) {
    long offset = form.number("offset");
    long size = form.number("filesize");
    byte[] bytes = form.bytes("chunk");
    String title = "File:" + form.text("filename");
    Map<String, Object> warnings = files.taken(title, FaultyWiki.sha1(bytes));
    if (!warnings.isEmpty()) {
      return warning(warnings, given, bytes);
    }
    if (offset + bytes.length > size) {
      return FaultyAnswer.error("invalid-chunk", "more than the claimed size");
    }
    if (offset + bytes.length < size && bytes.length < MIN_CHUNK) {
      return FaultyAnswer.error("chunk-too-small", "Minimum chunk size is 1,024 bytes");
    }
    String key = given.isEmpty() ? stash.open() : given;
    if (stash.size(key) != offset) {
      // A text, as MediaWiki 1.39 sends it.
      return FaultyAnswer.json(
          Map.of(
              "error",
              Map.of(
                  "code", "stashfailed",
                  "info", "Invalid chunk offset",
                  "offset", Integer.toString(stash.size(key)))));
    }
    stash.append(key, bytes);
    if (offset + bytes.length < size) {
      return stash.more(key);
    }
    if (!form.on("async")) {
      return assembled(key);
    }
    stash.queue(key, () -> assembled(key));
    return FaultyAnswer.json(
        Map.of("upload", Map.of("result", "Poll", "stage", "queued", "filekey", key)));
  }

  /// The whole file has a key of its own.
  private FaultyAnswer assembled(String pieces) {
    byte[] bytes = stash.bytes(pieces);
    if (bytes == null) {
      return FaultyAnswer.error("stashfailed", "the pieces are gone");
    }
    stash.remove(pieces);
    return stashed(bytes);
  }
}
