package org.handsel.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.handsel.partnership.talks.Attachment;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every entry of a timeline may have on the command line.
final class EntryOptions {
  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "When, such as 2026-11-24 or yesterday; otherwise today.")
  private @Nullable String day;

  @Option(names = "--file", paramLabel = "FILE", description = "A file that belongs to it.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--person", paramLabel = "ID", description = "A contact who took part.")
  private List<String> people = new ArrayList<>();

  @Option(names = "--next", paramLabel = "TEXT", description = "What has to happen next.")
  private @Nullable String next;

  @Option(names = "--due", paramLabel = "DAY", description = "By when.")
  private @Nullable String due;

  @Option(
      names = "--because",
      paramLabel = "REASON",
      description = "Why in spite of somebody else's claim; both of you are told.")
  private @Nullable String reason;

  LocalDate day(Desk desk) {
    return desk.day(day);
  }

  @Nullable LocalDate due(Desk desk) {
    return due == null ? null : desk.day(due);
  }

  @Nullable String next() {
    return next;
  }

  @Nullable String reason() {
    return reason;
  }

  List<String> people() {
    return people;
  }

  List<Attachment> attachments() {
    return files.stream()
        .map(file -> new Attachment(file.toAbsolutePath().normalize().toString(), sha1(file)))
        .toList();
  }

  /// A text, or what stands in the standard input for `-`.
  static String text(Surroundings surroundings, String given) {
    if (!given.equals("-")) {
      return given;
    }
    try {
      return new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw HandselException.environment(
          "standard input: cannot be read (" + DurableFiles.reason(e) + ")", e);
    }
  }

  private static String sha1(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-1"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: the file cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
