package org.handsel.app.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/// An error of the API: the request ends here and the client is told why.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, Object> detail = new LinkedHashMap<>();

  Refusal(String code, String info) {
    super(info, null, false, false);
    this.code = code;
  }

  Refusal with(String key, Object value) {
    detail.put(key, value);
    return this;
  }

  String code() {
    return code;
  }

  Map<String, Object> error() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("info", String.valueOf(getMessage()));
    error.putAll(detail);
    return error;
  }
}
