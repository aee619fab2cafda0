package org.handsel.wiki.api;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Brings one file into the wiki's stash, in pieces or fetched by the wiki itself, and publishes it
/// from there: a try that can be taken up again where it ended.
///
/// The wiki's own offset is believed, never one's own count: after any stop it is asked
/// (`checkstatus`), and a refusal that names an offset moves there. A piece that is too large for
/// the server before the wiki is halved. Pieces that the wiki lost are sent once more from the
/// start. Nothing is published before the last request, so every failure until then is certain.
/// What the wiki fetched itself is published only when it has the bytes that were planned. For one
/// thread.
final class ChunkedUpload {
  private static final int RESTARTS = 1;
  private static final int ADJUSTMENTS = 20;

  private final Session session;
  private final Transport transport;
  private final FileUpload upload;
  private final RequestSizes sizes;
  private final Patience polling;
  private final UploadWatch watch;
  private @Nullable Stash stash;
  private FileUpload.@Nullable Source source;
  private int restarts;
  private int adjustments;

  ChunkedUpload(
      Session session,
      Transport transport,
      FileUpload upload,
      RequestSizes sizes,
      Patience polling,
      @Nullable Stash begun,
      UploadWatch watch) {
    this.session = session;
    this.transport = transport;
    this.upload = upload;
    this.sizes = sizes;
    this.polling = polling;
    this.stash = begun;
    this.watch = watch;
    this.source = begun == null ? upload.source() : null;
  }

  UploadAnswer send() {
    while (true) {
      UploadAnswer stop = fill();
      Stash whole = stash;
      if (stop == null && whole != null) {
        stop = whole.queued() ? queued(whole) : publish(whole);
      }
      if (stop != null && !restarts(stop)) {
        return stop;
      }
    }
  }

  /// Brings the bytes to the wiki without publishing them.
  StashAnswer stash() {
    while (true) {
      UploadAnswer stop = fill();
      Stash whole = stash;
      if (stop == null && whole != null) {
        return new StashAnswer.Whole(whole);
      }
      if (stop != null && !restarts(stop)) {
        return new StashAnswer.Stopped(stop);
      }
    }
  }

  private boolean restarts(UploadAnswer stop) {
    boolean again =
        stop instanceof UploadAnswer.Failed(ApiFailure failure)
            && failure.kind() == FailureClass.RESTART_STASH
            && restarts++ < RESTARTS;
    if (again) {
      stash = null;
    }
    return again;
  }

  /// Until the wiki has all bytes.
  ///
  /// @return null when it has, else why not
  private @Nullable UploadAnswer fill() {
    Stash begun = stash;
    UploadAnswer stop = begun != null && !whole(begun) ? resume(begun) : null;
    FileUpload.Source from = source;
    if (stop == null && stash == null && from != null) {
      source = null; // whatever comes of it, it is asked for once
      stop = fetched(from);
    }
    while (stop == null && (stash == null || !whole(stash))) {
      stop = piece(stash);
    }
    return stop;
  }

  private boolean whole(Stash now) {
    return now.offset() >= upload.bytes();
  }

  /// Asks how far the wiki is.
  private @Nullable UploadAnswer resume(Stash begun) {
    return switch (status(begun.filekey())) {
      case Reply.Value<JsonNode>(JsonNode result) -> {
        switch (result.path("result").asString("")) {
          case "Continue" -> moveTo(begun.filekey(), result.path("offset").asLong(begun.offset()));
          case "Poll", "Success" -> {
            yield assembled(begun.filekey());
          }
          default -> stash = null;
        }
        yield null;
      }
      case Reply.No<JsonNode>(ApiFailure failure) -> {
        // An old stash that is gone costs no restart: nothing was wrong with this try.
        if (failure.kind() == FailureClass.RESTART_STASH) {
          stash = null;
          yield null;
        }
        yield new UploadAnswer.Failed(certain(failure));
      }
    };
  }

  /// Lets the wiki fetch the bytes. Where it does not, for reasons of the address, or fetches
  /// others, they are sent from here.
  private @Nullable UploadAnswer fetched(FileUpload.Source from) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "upload");
    parameters.put("stash", "1");
    parameters.put("url", from.address().toString());
    parameters.put("filename", upload.filename());
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.patientForm(session.api(), all));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> {
        JsonNode result = body.path("upload");
        String filekey = result.path("filekey").asString("");
        String sha1 = result.path("imageinfo").path("sha1").asString("");
        if (!result.path("result").asString("").equals("Success") || filekey.isEmpty()) {
          yield other(body);
        }
        if (sha1.equals(from.sha1())) {
          moveTo(filekey, upload.bytes());
        } else {
          watch.notFetched(
              transport.failure(
                  "url-other-bytes",
                  "expected SHA-1 %s, found %s"
                      .formatted(from.sha1(), sha1.isEmpty() ? "none" : sha1)));
        }
        yield null;
      }
      case Reply.No<JsonNode>(ApiFailure failure) -> {
        if (failure.kind() != FailureClass.OTHER_WAY
            && !failure.code().equals("permissiondenied")) {
          yield new UploadAnswer.Failed(certain(failure));
        }
        watch.notFetched(failure);
        yield null;
      }
    };
  }

  private @Nullable UploadAnswer piece(@Nullable Stash now) {
    long offset = now == null ? 0 : now.offset();
    byte[] chunk;
    try {
      chunk = read(offset);
    } catch (IOException e) {
      return new UploadAnswer.Failed(
          transport
              .failure("file-unreadable", upload.file() + " cannot be read")
              .as(FailureClass.FIX_FILE, "Put the file back, then run the command again."));
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "upload");
    parameters.put("stash", "1");
    parameters.put("filename", upload.filename());
    parameters.put("filesize", Long.toString(upload.bytes()));
    parameters.put("offset", Long.toString(offset));
    if (upload.async()) {
      parameters.put("async", "1");
    }
    if (now != null) {
      parameters.put("filekey", now.filekey());
    }
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.withChunk(session.api(), all, chunk));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> taken(body, offset + chunk.length);
      case Reply.No<JsonNode>(ApiFailure failure) -> refused(now, chunk.length, failure);
    };
  }

  private @Nullable UploadAnswer taken(JsonNode body, long sent) {
    JsonNode result = body.path("upload");
    String filekey = result.path("filekey").asString("");
    switch (filekey.isEmpty() ? "" : result.path("result").asString("")) {
      case "Continue" -> moveTo(filekey, result.path("offset").asLong(sent));
      case "Success" -> moveTo(filekey, upload.bytes());
      case "Poll" -> {
        return assembled(filekey);
      }
      default -> {
        return other(body);
      }
    }
    return null;
  }

  /// What is no answer to a piece; nothing was published in any case.
  private UploadAnswer other(JsonNode body) {
    UploadAnswer other = AnswerReader.upload(body, upload, transport);
    return switch (other) {
      case UploadAnswer.Failed(ApiFailure failure) -> new UploadAnswer.Failed(certain(failure));
      case UploadAnswer.Warned warned -> warned;
      case UploadAnswer.Published published -> published;
    };
  }

  /// Waits until the wiki has put the pieces together, which gives them another key.
  private @Nullable UploadAnswer assembled(String filekey) {
    return switch (awaited(filekey)) {
      case Reply.Value<JsonNode>(JsonNode result) -> {
        String key = result.path("filekey").asString("");
        if (!result.path("result").asString("").equals("Success") || key.isEmpty()) {
          stash = null;
          yield new UploadAnswer.Failed(
              certain(
                  transport.failure("missingresult", "the wiki did not put the pieces together")));
        }
        moveTo(key, upload.bytes());
        yield null;
      }
      case Reply.No<JsonNode>(ApiFailure failure) -> new UploadAnswer.Failed(certain(failure));
    };
  }

  private @Nullable UploadAnswer refused(@Nullable Stash now, int bytes, ApiFailure failure) {
    if (failure.code().equals(RequestSizes.TOO_LARGE) && sizes.pieceRefused(bytes)) {
      return null; // the same place again, with less
    }
    if (failure.kind() == FailureClass.ADJUST_OFFSET && adjustments++ < ADJUSTMENTS) {
      String offset = failure.detail().getOrDefault("offset", "");
      if (now != null && offset.matches("\\d{1,18}")) {
        moveTo(now.filekey(), Long.parseLong(offset));
        return null;
      }
      return new UploadAnswer.Failed(failure.as(FailureClass.RESTART_STASH, failure.advice()));
    }
    return new UploadAnswer.Failed(certain(failure));
  }

  private UploadAnswer publish(Stash ready) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "upload");
    parameters.put("filekey", ready.filekey());
    parameters.put("filename", upload.filename());
    parameters.put("text", upload.text());
    parameters.put("comment", upload.comment());
    if (upload.async()) {
      parameters.put("async", "1");
      // Before the request: the wiki may have it in its queue although its answer never comes.
      watch.stashed(new Stash(ready.filekey(), ready.offset(), true));
    }
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.patientForm(session.api(), all));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) ->
          body.path("upload").path("result").asString("").equals("Poll")
              ? published(ready.filekey())
              : AnswerReader.upload(body, upload, transport);
      // It is in the queue by an earlier request whose answer was lost.
      case Reply.No<JsonNode>(ApiFailure failure) ->
          upload.async() && failure.code().equals("publishfailed")
              ? published(ready.filekey())
              : new UploadAnswer.Failed(failure);
    };
  }

  /// An earlier try may have put it into the queue: the wiki says how far it is.
  private UploadAnswer queued(Stash ready) {
    UploadAnswer answer = published(ready.filekey());
    return answer instanceof UploadAnswer.Failed(ApiFailure failure)
            && failure.code().equals("missingresult")
        ? publish(new Stash(ready.filekey(), ready.offset())) // it never was
        : answer;
  }

  /// Waits until the wiki has published what is in its queue. Until it says so, everything is
  /// possible.
  private UploadAnswer published(String filekey) {
    return switch (awaited(filekey)) {
      case Reply.Value<JsonNode>(JsonNode result) ->
          result.path("result").asString("").equals("Success") && !result.has("filename")
              ? new UploadAnswer.Failed(
                  certain(transport.failure("missingresult", "it only waits to be published")))
              : AnswerReader.result(result, upload, transport);
      case Reply.No<JsonNode>(ApiFailure failure) -> {
        if (ofTheFile(failure.kind())) {
          moveTo(filekey, upload.bytes()); // it was in the queue and is no more
        }
        yield new UploadAnswer.Failed(uncertain(failure));
      }
    };
  }

  /// Whether this is what came of the file in the queue, and not something about the question.
  private static boolean ofTheFile(FailureClass kind) {
    return switch (kind) {
      case RESTART_STASH, SAME_BYTES, FIX_TITLE, FIX_FILE, PERSON -> true;
      case WAIT,
          TOKEN,
          LOGIN,
          STOP_BATCH,
          ADJUST_OFFSET,
          OTHER_WAY,
          EDIT,
          STRUCTURED_DATA,
          STOP_FILE ->
          false;
    };
  }

  /// Asks how far the wiki is until it is ready, or for as long as patience lasts.
  private Reply<JsonNode> awaited(String filekey) {
    Patience.Trying trying = polling.begin();
    while (true) {
      Reply<JsonNode> reply = status(filekey);
      ApiFailure wait =
          switch (reply) {
            case Reply.Value<JsonNode>(JsonNode result) ->
                result.path("result").asString("").equals("Poll")
                    ? transport.failure("still-queued", "the wiki has not got round to it yet")
                    : null;
            case Reply.No<JsonNode>(ApiFailure failure) ->
                failure.kind() == FailureClass.WAIT ? failure : null;
          };
      if (wait == null) {
        return reply;
      }
      try {
        if (!trying.again(wait)) {
          return new Reply.No<>(wait);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Reply.No<>(wait);
      }
    }
  }

  private Reply<JsonNode> status(String filekey) {
    return session
        .writeForm(Map.of("action", "upload", "checkstatus", "1", "filekey", filekey))
        .map(body -> body.path("upload"));
  }

  private void moveTo(String filekey, long offset) {
    Stash moved = new Stash(filekey, offset);
    stash = moved;
    watch.stashed(moved);
  }

  private byte[] read(long offset) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(upload.file().toFile(), "r")) {
      in.seek(offset);
      byte[] chunk = new byte[(int) Math.min(sizes.piece(), upload.bytes() - offset)];
      in.readFully(chunk);
      return chunk;
    }
  }

  private static ApiFailure certain(ApiFailure failure) {
    return known(failure, true);
  }

  private static ApiFailure uncertain(ApiFailure failure) {
    return known(failure, false);
  }

  private static ApiFailure known(ApiFailure failure, boolean certain) {
    return new ApiFailure(
        failure.code(),
        failure.info(),
        failure.kind(),
        certain,
        failure.advice(),
        failure.retryAfter(),
        failure.detail());
  }
}
