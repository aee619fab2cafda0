package org.handsel.authority.record;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A further name of a person.
public record NameVariant(String name, Kind kind) implements Serializable {
  private static final Pattern REMARK = Pattern.compile("(.+?)\\s*\\(([^()]*)\\)");

  /// What makes a name another than the preferred one.
  public enum Kind {
    /// Another form or spelling, or not said.
    OTHER,
    /// Before a marriage.
    BIRTH,
    /// After a marriage.
    MARRIED,
    /// Under which somebody worked.
    PSEUDONYM,
    /// The real name of somebody known by another.
    REAL,
    /// Taken in an order or office of a church.
    RELIGIOUS,
    /// Borne earlier, for another reason than marriage.
    EARLIER,
    /// Borne later, for another reason than marriage.
    LATER,
    /// Written in another script.
    OTHER_SCRIPT
  }

  /// Reads a name with its kind in brackets behind it, such as `Moe, Astrid (Geburtsname)`. A word
  /// in brackets that says no kind stays with the name.
  public static NameVariant annotated(String written) {
    String text = written.strip();
    Matcher remark = REMARK.matcher(text);
    if (remark.matches()) {
      Kind kind = Codes.TABLE.name(List.of(remark.group(2)), remark.group(1));
      if (kind != Kind.OTHER && kind != Kind.OTHER_SCRIPT) {
        return new NameVariant(remark.group(1), kind);
      }
    }
    return new NameVariant(text, Codes.TABLE.name(List.of(), text));
  }
}
