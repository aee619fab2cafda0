package org.handsel.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The form of an edit that came second: what the person typed and what the first one left, field
/// by field.
///
/// The form carries each field also as `was.<field>`, with the value that it was filled with. A
/// field that the person did not touch takes the value of now; a field that only the person changed
/// keeps what was typed; where both changed, what was typed stays and the value of now stands
/// beside it. Nothing is written before the person sends the form again.
///
/// @param values of the form to be shown, with the version of now in `version`
/// @param theirs by field the value of now where both changed it
public record Merge(Map<String, String> values, Map<String, String> theirs) {
  static final String WAS = "was.";

  public Merge {
    values = Map.copyOf(values);
    theirs = Map.copyOf(theirs);
  }

  /// A form that nobody interfered with.
  ///
  /// @param values what is stored, `version` included
  public static Merge fresh(Map<String, String> values) {
    return new Merge(withWas(values, values), Map.of());
  }

  /// What was sent and cannot be taken for other reasons, such as a missing value.
  public static Merge again(Form sent, List<String> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      values.put(field, sent.value(field));
      values.put(WAS + field, sent.value(WAS + field));
    }
    values.put("version", sent.value("version"));
    return new Merge(values, Map.of());
  }

  /// Puts a form that came second together with what is stored now.
  ///
  /// @param now what is stored, `version` included
  public static Merge of(Form sent, Map<String, String> now) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> theirs = new LinkedHashMap<>();
    now.forEach((field, value) -> {
      // A browser sends the lines of a text with CR and LF.
      String typed = plain(sent.value(field));
      boolean touched = !typed.equals(plain(sent.value(WAS + field)));
      boolean moved = !plain(value).equals(plain(sent.value(WAS + field)));
      values.put(field, touched ? typed : value);
      if (touched && moved && !typed.equals(plain(value))) {
        theirs.put(field, value);
      }
    });
    values.put("version", Objects.requireNonNull(now.get("version")));
    theirs.remove("version");
    return new Merge(withWas(values, now), theirs);
  }

  private static Map<String, String> withWas(Map<String, String> values, Map<String, String> was) {
    Map<String, String> all = new LinkedHashMap<>(values);
    was.forEach((field, value) -> all.put(WAS + field, value));
    return all;
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  /// The hidden fields that a form with these fields carries.
  public List<Form.Kept> hidden() {
    List<Form.Kept> hidden = new ArrayList<>();
    values.forEach((name, value) -> {
      if ((name.startsWith(WAS) && !name.equals(WAS + "version")) || name.equals("version")) {
        hidden.add(new Form.Kept(name, value));
      }
    });
    hidden.sort(java.util.Comparator.comparing(Form.Kept::name));
    return hidden;
  }
}
