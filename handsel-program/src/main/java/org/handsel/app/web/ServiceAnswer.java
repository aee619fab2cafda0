package org.handsel.app.web;

/// What an [OpenService] answers.
///
/// @param policy Content-Security-Policy of the answer
public record ServiceAnswer(int status, String contentType, String body, String policy) {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  public static ServiceAnswer json(int status, String body) {
    return new ServiceAnswer(status, "application/json; charset=utf-8", body, NOTHING);
  }

  public static ServiceAnswer script(String body) {
    return new ServiceAnswer(200, "text/javascript; charset=utf-8", body, NOTHING);
  }
}
