package org.handsel.app.sandbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parameters of a request and the files that came with it; the files are removed at the end
/// unless somebody moved them away.
record Form(boolean post, Map<String, String> parameters, Map<String, Path> files)
    implements AutoCloseable {
  Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  /// A switch is on when the parameter is there, whatever its value.
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /// Parts of a list: separated by bars, or by U+001F when it starts with one.
  List<String> list(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return List.of();
    }
    return text.charAt(0) == '\u001F'
        ? Arrays.asList(text.substring(1).split("\u001F", -1))
        : Arrays.asList(text.split("\\|", -1));
  }

  long number(String name, long otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal(
          "badinteger", "Invalid value \"%s\" for integer parameter \"%s\".".formatted(text, name));
    }
  }

  int limit(String name) {
    return text(name).equals("max") ? 500 : (int) Math.clamp(number(name, 10), 1, 500);
  }

  String required(String name) {
    return value(name)
        .orElseThrow(() ->
            new Refusal(
                name.equals("filename") ? "nofilename" : "missingparam",
                "The \"%s\" parameter must be set.".formatted(name)));
  }

  /// As a browser would encode it: what faults are matched against.
  String encoded() {
    return parameters.entrySet().stream()
        .map(e ->
            "&"
                + URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  @Override
  public void close() throws IOException {
    for (Path file : files.values()) {
      Files.deleteIfExists(file);
    }
  }
}
