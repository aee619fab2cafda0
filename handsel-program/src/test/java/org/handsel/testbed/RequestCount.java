package org.handsel.testbed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many requests of one client a web server has answered. It reads on where it stopped, so that
/// it may be asked often. For one thread.
public final class RequestCount {
  private final Path log;
  private final String userAgent;
  private long read;
  private int answered;

  RequestCount(Path log, String userAgent) {
    this.log = log;
    this.userAgent = userAgent;
    try {
      read = Files.size(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int answered() {
    try (RandomAccessFile in = new RandomAccessFile(log.toFile(), "r")) {
      in.seek(read);
      byte[] more = new byte[Math.toIntExact(in.length() - read)];
      in.readFully(more);
      String lines = new String(more, StandardCharsets.ISO_8859_1);
      String whole = lines.substring(0, lines.lastIndexOf('\n') + 1);
      read += whole.length();
      answered +=
          (int)
              whole
                  .lines()
                  .filter(line -> line.substring(line.indexOf("ua=")).contains(userAgent))
                  .count();
      return answered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
