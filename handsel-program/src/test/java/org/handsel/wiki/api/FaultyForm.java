package org.handsel.wiki.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The parameters of a request, in whichever of the two ways a form is sent.
///
/// @param size of its body
record FaultyForm(Map<String, byte[]> fields, long size) {
  /// What tells a request from others, in this order.
  private static final List<String> TOLD =
      List.of(
          "action",
          "filename",
          "offset",
          "meta",
          "list",
          "prop",
          "titles",
          "filekey",
          "checkstatus",
          "url",
          "async");

  static FaultyForm read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    Map<String, byte[]> fields = new LinkedHashMap<>();
    if (type != null && type.startsWith("multipart/form-data")) {
      multipart(body, type.substring(type.indexOf("boundary=") + 9), fields);
    } else {
      for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
          fields.put(pair.substring(0, equals), value.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return new FaultyForm(fields, body.length);
  }

  private static void multipart(byte[] body, String boundary, Map<String, byte[]> fields) {
    // One byte a character, so that positions in the text are positions in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary;
    int start = text.indexOf(mark) + mark.length() + 2;
    for (int end = text.indexOf("\r\n" + mark, start);
        end >= 0;
        end = text.indexOf("\r\n" + mark, start)) {
      int head = text.indexOf("\r\n\r\n", start);
      String headers = text.substring(start, head);
      int name = headers.indexOf("name=\"") + 6;
      fields.put(
          headers.substring(name, headers.indexOf('"', name)),
          Arrays.copyOfRange(body, head + 4, end));
      start = end + 2 + mark.length() + 2;
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /// Whether a switch is on.
  boolean on(String name) {
    return text(name).equals("1");
  }

  byte[] bytes(String name) {
    return fields.getOrDefault(name, new byte[0]);
  }

  String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  long number(String name) {
    return has(name) ? Long.parseLong(text(name)) : 0;
  }

  /// The request in one line: `action=…&filename=…&offset=…` and so on.
  String line() {
    return TOLD.stream().map(name -> name + "=" + text(name)).collect(Collectors.joining("&"));
  }
}
