package org.handsel.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `action=upload` in the order of `ApiUpload::execute`: one request, or pieces that are published
/// by their key.
final class UploadAction {
  /// As Commons' smallest piece but the last.
  static final long MIN_CHUNK = 1024;

  static final long MAX_BYTES = 4L << 30;

  private final Store store;
  private final Stash stash;
  private final FileTypes types;
  private final UploadChecks checks;
  private final Conditions conditions;
  private final Described described;
  private final Jobs jobs;
  private final Fetching fetching;

  UploadAction(
      Store store,
      Stash stash,
      FileTypes types,
      UploadChecks checks,
      Conditions conditions,
      Described described,
      Jobs jobs,
      Fetching fetching) {
    this.jobs = jobs;
    this.fetching = fetching;
    this.store = store;
    this.stash = stash;
    this.types = types;
    this.checks = checks;
    this.conditions = conditions;
    this.described = described;
  }

  Map<String, Object> answer(Call call) throws IOException {
    Form form = call.form();
    if (form.has("filekey") && form.has("checkstatus")) {
      return Map.of("upload", status(form.text("filekey")));
    }
    boolean chunk = form.files().containsKey("chunk");
    int sources =
        (form.has("filekey") ? 1 : 0)
            + (form.files().containsKey("file") ? 1 : 0)
            + (form.has("url") ? 1 : 0);
    if (!chunk && sources != 1) {
      throw new Refusal(
          sources == 0 ? "missingparam" : "invalidparammix",
          sources == 0
              ? "One of the parameters \"filekey\", \"file\" and \"url\" is required."
              : "The parameters \"filekey\", \"file\" and \"url\" can not be used together.");
    }
    form.required("filename");
    if (form.has("async") && form.files().containsKey("file")) {
      throw new Refusal(
          "cannot-async-upload-file",
          "The parameters \"async\" and \"file\" cannot be combined. If you want asynchronous"
              + " processing of your uploaded file, first upload it to stash (using the \"stash\""
              + " parameter) and then publish the stashed file asynchronously.");
    }
    if (form.has("url") && !conditions.fetches()) {
      throw new Refusal("copyuploaddisabled", "Upload by URL disabled.");
    }
    return Map.of("upload", chunk ? piece(call) : whole(call));
  }

  private Map<String, Object> status(String key) {
    return jobs.state(key)
        .or(() -> stash.find(key).filter(Stash.Entry::open).map(UploadAction::uploading))
        .orElseThrow(() -> new Refusal("missingresult", "No result in status data."));
  }

  private static Map<String, Object> uploading(Stash.Entry entry) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("result", "Continue");
    status.put("stage", "uploading");
    status.put("offset", entry.offset());
    return status;
  }

  private Map<String, Object> whole(Call call) throws IOException {
    Form form = call.form();
    Optional<String> key = form.value("filekey");
    if (key.isPresent() && !Stash.isKey(key.get())) {
      throw new Refusal("invalid-file-key", "Not a valid file key.");
    }
    if (form.has("url")) {
      call.mayWrite();
    }
    Path file =
        key.isPresent()
            ? stash.entry(key.get(), call.user()).file()
            : form.has("url") ? fetching.fetch(form.text("url")) : sent(form, "file");
    call.mayWrite();
    String desired = form.text("filename");
    String mime = checks.content(file, desired);
    try {
      UploadChecks.Name name = checks.name(desired, mime);
      if (!form.has("stash")) {
        checks.mayCreate(name.title());
      }
      return warnedOrDone(call, file, key, name, mime);
    } catch (Refusal refusal) {
      throw recoverable(refusal, call, file, key);
    }
  }

  private Map<String, Object> warnedOrDone(
      Call call, Path file, Optional<String> key, UploadChecks.Name name, String mime)
      throws IOException {
    Form form = call.form();
    String sha1 = Sha1.of(file);
    long size = Files.size(file);
    int[] pixels = FileTypes.size(file);
    synchronized (store) {
      Map<String, Object> warnings = checks.warnings(name, sha1);
      Map<String, Object> answer = new LinkedHashMap<>();
      boolean stop = !warnings.isEmpty() && !form.has("ignorewarnings");
      if (stop || form.has("stash")) {
        answer.put("result", stop ? "Warning" : "Success");
        if (!warnings.isEmpty()) {
          answer.put("warnings", warnings);
        }
        keyed(answer, kept(call, file, key, name.extension()));
        if (!stop) {
          answer.put("imageinfo", stashed(sha1, size, pixels));
        }
        return answer;
      }
      conditions.count("upload", call.user());
      WikiPage.FileVersion version =
          new WikiPage.FileVersion(
              sha1,
              size,
              pixels[0],
              pixels[1],
              mime,
              store.now(),
              call.user(),
              form.text("comment"));
      String text = form.has("text") ? form.text("text") : form.text("comment");
      if (form.has("async") && key.isPresent()) {
        return queued(key.get(), name, file, version, text, warnings);
      }
      return published(key, name, file, version, text, warnings);
    }
  }

  private Map<String, Object> published(
      Optional<String> key,
      UploadChecks.Name name,
      Path file,
      WikiPage.FileVersion version,
      String text,
      Map<String, Object> warnings) {
    WikiPage page = store.publish(name.title(), file, version, text);
    key.ifPresent(stash::remove);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("result", "Success");
    answer.put("filename", page.key());
    if (!warnings.isEmpty()) {
      answer.put("warnings", warnings);
    }
    answer.put("imageinfo", described.published(page));
    return answer;
  }

  private Map<String, Object> queued(
      String key,
      UploadChecks.Name name,
      Path file,
      WikiPage.FileVersion version,
      String text,
      Map<String, Object> warnings) {
    if (jobs.queued(key)) {
      throw new Refusal(
          "publishfailed", "Upload from stash already in progress for provided \"filekey\".");
    }
    Map<String, Object> answer =
        jobs.queue(
            key,
            () -> {
              synchronized (store) {
                boolean same =
                    store
                        .page(name.title().full())
                        .filter(page -> page.hasFile() && page.file().sha1().equals(version.sha1()))
                        .isPresent();
                if (same) {
                  throw new Refusal(
                      "fileexists-no-change",
                      "The upload is an exact duplicate of the current version.");
                }
                Map<String, Object> done =
                    published(Optional.of(key), name, file, version, text, warnings);
                done.put("stage", "publish");
                return done;
              }
            });
    answer.put("filename", Titles.key(name.title().name()));
    return answer;
  }

  private Map<String, Object> piece(Call call) throws IOException {
    Form form = call.form();
    Path piece = sent(form, "chunk");
    long offset = form.number("offset", 0);
    long filesize = form.number("filesize", 0);
    Optional<String> key = form.value("filekey");
    if (key.isPresent() && offset == 0) {
      throw new Refusal("filekeynotallowed", "Cannot supply a \"filekey\" when \"offset\" is 0.");
    }
    if (key.isEmpty() && offset != 0) {
      throw new Refusal("filekeyneeded", "Must supply a \"filekey\" when \"offset\" is non-zero.");
    }
    Optional<Stash.Entry> entry = key.map(k -> stash.entry(k, call.user()));
    call.mayWrite();
    if (filesize > MAX_BYTES) {
      throw new Refusal("file-too-large", "The file you submitted was too large.");
    }
    UploadChecks.Name name = checks.name(form.text("filename"), "");
    Map<String, Object> warnings = checks.titleWarnings(name);
    if (!warnings.isEmpty() && !form.has("ignorewarnings")) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("result", "Warning");
      answer.put("warnings", warnings);
      return keyed(answer, kept(call, piece, key, name.extension()));
    }
    long soFar = offset + Files.size(piece);
    if (soFar > filesize) {
      throw new Refusal(
          "invalid-chunk", "Offset plus current chunk is greater than claimed file size.");
    }
    if (soFar != filesize && Files.size(piece) < MIN_CHUNK) {
      throw new Refusal(
          "chunk-too-small", "Minimum chunk size is 1,024 bytes for non-final chunks.");
    }
    String now;
    if (key.isEmpty()) {
      now = stash.put(piece, call.user(), name.extension(), true);
    } else {
      fits(entry.orElseThrow(), offset);
      now = key.get();
      stash.append(now, call.user(), piece);
    }
    if (soFar != filesize) {
      return goOn(now, soFar);
    }
    if (!form.has("async")) {
      return assembled(call, now, name);
    }
    Map<String, Object> answer =
        jobs.queue(
            now,
            () -> {
              Map<String, Object> done = assembled(call, now, name);
              done.put("stage", "assembling");
              return done;
            });
    answer.put("filekey", now);
    return answer;
  }

  private static void fits(Stash.Entry entry, long offset) {
    if (!entry.open()) {
      throw new Refusal("stashfailed", "Chunked upload is already completed.");
    }
    if (entry.offset() != offset) {
      throw new Refusal("stashfailed", "Invalid chunk offset")
          .with("offset", String.valueOf(entry.offset()));
    }
  }

  private static Map<String, Object> goOn(String key, long offset) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("result", "Continue");
    answer.put("offset", offset);
    answer.put("filekey", key);
    return answer;
  }

  private Map<String, Object> assembled(Call call, String key, UploadChecks.Name name)
      throws IOException {
    passes(stash.entry(key, call.user()).file(), call.form().text("filename"));
    String whole = stash.close(key, call.user(), name.extension());
    Path file = stash.entry(whole, call.user()).file();
    String sha1 = Sha1.of(file);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("result", "Success");
    Map<String, Object> warnings = checks.warnings(name, sha1);
    if (!warnings.isEmpty()) {
      answer.put("warnings", warnings);
    }
    answer.put("filekey", whole);
    answer.put("imageinfo", stashed(sha1, Files.size(file), FileTypes.size(file)));
    return answer;
  }

  /// What is wrong with a file in pieces is told by words only.
  private void passes(Path file, String desired) throws IOException {
    try {
      String _ = checks.content(file, desired);
    } catch (Refusal refusal) {
      throw new Refusal(
          "stashfailed",
          refusal.code().equals("verification-error")
              ? "This file did not pass file verification."
              : String.valueOf(refusal.getMessage()));
    }
  }

  private static Map<String, Object> stashed(String sha1, long size, int[] pixels) {
    return Map.of("sha1", sha1, "size", size, "width", pixels[0], "height", pixels[1]);
  }

  /// Errors that another title would heal come with a key, so that the bytes need not be sent
  /// again.
  private Refusal recoverable(Refusal refusal, Call call, Path file, Optional<String> key)
      throws IOException {
    if (!"filename".equals(refusal.error().get("invalidparameter"))) {
      return refusal;
    }
    String extension = types.usual(types.mime(file));
    String kept = kept(call, file, key, extension);
    return refusal.with("filekey", kept).with("sessionkey", kept);
  }

  private String kept(Call call, Path file, Optional<String> key, String extension)
      throws IOException {
    return key.isPresent() ? key.get() : stash.put(file, call.user(), extension, false);
  }

  private static Map<String, Object> keyed(Map<String, Object> answer, String key) {
    answer.put("filekey", key);
    answer.put("sessionkey", key);
    return answer;
  }

  private static Path sent(Form form, String name) {
    return Optional.ofNullable(form.files().get(name))
        .orElseThrow(
            () -> new Refusal("missingparam", "The \"%s\" parameter must be set.".formatted(name)));
  }

  /// Extensions that may be uploaded.
  List<String> extensions() {
    return types.extensions();
  }
}
