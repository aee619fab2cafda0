package org.handsel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program or library that brings files to a wiki, under "File:Measured " and their name.
interface UploadClient {
  String name();

  /// Logs in and uploads.
  Said upload(URI api, List<Path> pictures, int inFlight) throws IOException, InterruptedException;

  /// What a client says of its work.
  ///
  /// @param seconds from before the login to the last answer
  /// @param words of each title what the client says of it: [Outcome#DONE], or in a word why not
  record Said(double seconds, Map<String, String> words) {

    /// What a program printed: a line for each file, and the seconds.
    static Said by(Measured run) {
      Map<String, String> words = new HashMap<>();
      for (String line : run.lines()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 3 && cells[0].equals("said")) {
          words.put(cells[1], cells[2]);
        }
      }
      return new Said(Double.parseDouble(run.said("seconds")), words);
    }
  }

  static String title(Path picture) {
    return "File:Measured " + picture.getFileName();
  }
}
