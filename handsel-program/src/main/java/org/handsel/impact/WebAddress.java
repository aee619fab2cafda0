package org.handsel.impact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Titles in web addresses.
final class WebAddress {
  private WebAddress() {}

  static String title(String title) {
    return URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":");
  }
}
