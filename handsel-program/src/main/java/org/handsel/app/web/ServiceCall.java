package org.handsel.app.web;

import java.util.List;
import java.util.Map;

/// A request to an [OpenService].
///
/// @param method `GET` or `POST`
/// @param path below the root, without a slash at its beginning; may be empty
/// @param query values of the address by name
/// @param form values of a form body by name; empty when the body is something else
/// @param body the body when it is no form
/// @param base address of this server as the client reached it, without a slash at its end
/// @param authorization header of that name; empty when there is none
public record ServiceCall(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    String body,
    String base,
    String authorization) {
  public ServiceCall {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  /// The first value in the form, else in the address; empty when there is none.
  public String value(String name) {
    List<String> values = form.getOrDefault(name, query.getOrDefault(name, List.of()));
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean has(String name) {
    return form.containsKey(name) || query.containsKey(name);
  }
}
