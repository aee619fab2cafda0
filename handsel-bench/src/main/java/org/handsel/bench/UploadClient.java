package org.handsel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program or library that brings files to a wiki, under "File:Measured " and their name.
interface UploadClient {
  String name();

  /// Logs in and uploads.
  Said upload(URI api, List<Path> pictures, int inFlight) throws IOException, InterruptedException;

  /// @param seconds from before the login to the last answer
  /// @param words of each title what the client says of it: [Outcome#DONE], or in a word why not
  record Said(double seconds, Map<String, String> words) {}

  static String title(Path picture) {
    return "File:Measured " + picture.getFileName();
  }
}
