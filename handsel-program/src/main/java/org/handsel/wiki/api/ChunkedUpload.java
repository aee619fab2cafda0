package org.handsel.wiki.api;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sends one file in pieces and publishes it: a try that can be taken up again where it ended.
///
/// The wiki's own offset is believed, never one's own count: after any stop it is asked
/// (`checkstatus`), and a refusal that names an offset moves there. Pieces that the wiki lost are
/// sent once more from the start. Nothing is published before the last request, so every failure
/// until then is certain. For one thread.
final class ChunkedUpload {
  private static final int RESTARTS = 1;
  private static final int ADJUSTMENTS = 20;

  private final Session session;
  private final Transport transport;
  private final FileUpload upload;
  private final int chunkBytes;
  private final Consumer<Stash> progress;
  private @Nullable Stash stash;
  private int restarts;
  private int adjustments;

  ChunkedUpload(
      Session session,
      Transport transport,
      FileUpload upload,
      int chunkBytes,
      @Nullable Stash begun,
      Consumer<Stash> progress) {
    this.session = session;
    this.transport = transport;
    this.upload = upload;
    this.chunkBytes = chunkBytes;
    this.stash = begun;
    this.progress = progress;
  }

  UploadAnswer send() {
    Stash begun = stash;
    if (begun != null && begun.offset() < upload.bytes()) {
      UploadAnswer stop = resume(begun);
      if (stop != null) {
        return stop;
      }
    }
    while (true) {
      Stash now = stash;
      boolean whole = now != null && now.offset() >= upload.bytes();
      UploadAnswer stop = now != null && whole ? publish(now) : piece(now);
      if (stop instanceof UploadAnswer.Failed(ApiFailure failure)
          && failure.kind() == FailureClass.RESTART_STASH
          && restarts++ < RESTARTS) {
        stash = null;
      } else if (stop != null) {
        return stop;
      }
    }
  }

  /// Asks how far the wiki is.
  private @Nullable UploadAnswer resume(Stash begun) {
    Reply<JsonNode> reply =
        session.writeForm(
            Map.of("action", "upload", "checkstatus", "1", "filekey", begun.filekey()));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> {
        JsonNode result = body.path("upload");
        if (result.path("result").asString("").equals("Continue")) {
          moveTo(begun.filekey(), result.path("offset").asLong(begun.offset()));
        } else {
          stash = null;
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
    if (now != null) {
      parameters.put("filekey", now.filekey());
    }
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.withChunk(session.api(), all, chunk));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> taken(body, offset + chunk.length);
      case Reply.No<JsonNode>(ApiFailure failure) -> refused(now, failure);
    };
  }

  private @Nullable UploadAnswer taken(JsonNode body, long sent) {
    JsonNode result = body.path("upload");
    String filekey = result.path("filekey").asString("");
    String word = result.path("result").asString("");
    if (word.equals("Continue") && !filekey.isEmpty()) {
      moveTo(filekey, result.path("offset").asLong(sent));
      return null;
    }
    if (word.equals("Success") && !filekey.isEmpty()) {
      moveTo(filekey, upload.bytes());
      return null;
    }
    UploadAnswer other = AnswerReader.upload(body, upload, transport);
    return switch (other) {
      case UploadAnswer.Failed(ApiFailure failure) -> new UploadAnswer.Failed(certain(failure));
      case UploadAnswer.Warned warned -> warned;
      case UploadAnswer.Published published -> published;
    };
  }

  private @Nullable UploadAnswer refused(@Nullable Stash now, ApiFailure failure) {
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
    Reply<JsonNode> reply =
        session.write(parameters, all -> transport.patientForm(session.api(), all));
    return switch (reply) {
      case Reply.Value<JsonNode>(JsonNode body) -> AnswerReader.upload(body, upload, transport);
      case Reply.No<JsonNode>(ApiFailure failure) -> new UploadAnswer.Failed(failure);
    };
  }

  private void moveTo(String filekey, long offset) {
    Stash moved = new Stash(filekey, offset);
    stash = moved;
    progress.accept(moved);
  }

  private byte[] read(long offset) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(upload.file().toFile(), "r")) {
      in.seek(offset);
      byte[] chunk = new byte[(int) Math.min(chunkBytes, upload.bytes() - offset)];
      in.readFully(chunk);
      return chunk;
    }
  }

  private static ApiFailure certain(ApiFailure failure) {
    return new ApiFailure(
        failure.code(),
        failure.info(),
        failure.kind(),
        true,
        failure.advice(),
        failure.retryAfter(),
        failure.detail());
  }
}
