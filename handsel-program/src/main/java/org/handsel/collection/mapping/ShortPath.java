package org.handsel.collection.mapping;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The short path of a selector's `from` over XML: steps separated by slashes.
///
/// | step | selects |
/// |---|---|
/// | `name` | child elements of that name in any namespace |
/// | `prefix:name` | child elements in the namespace of the prefix |
/// | `*` | all child elements |
/// | `name[2]` | the second of them within their parent |
/// | `//name` | descendants |
/// | `@name`, `@prefix:name` | attributes; only as the last step |
/// | `.` | the record itself |
/// | `245`, `245$a`, `245$ab` | fields of MARC by tag, their subfields by code |
///
/// A path that begins with one slash names the record element first. It is carried out as XPath, so
/// that both ways of selecting have one engine and one meaning.
final class ShortPath {
  private static final Pattern STEP =
      Pattern.compile(
          "(@)?(?:([\\p{L}_][\\p{L}\\p{N}_.-]*):)?(\\*|[\\p{L}_][\\p{L}\\p{N}_.-]*)(?:\\[([1-9][0-9]*)\\])?");

  private static final Pattern MARC = Pattern.compile("(?:.*/)?([0-9]{3})(?:\\$([a-z0-9]+))?");

  private ShortPath() {}

  /// The same path as XPath.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  static String xpath(String path, Map<String, String> namespaces) {
    String rest = path.strip();
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("expected a path such as titleSet/title, found \"\"");
    }
    if (rest.equals(".")) {
      return ".";
    }
    Matcher marc = MARC.matcher(rest);
    if (marc.matches()) {
      return marc(marc.group(1), marc.group(2));
    }
    StringBuilder xpath = new StringBuilder(".");
    String axis = "/";
    if (rest.startsWith("//")) {
      axis = "//";
      rest = rest.substring(2);
    } else if (rest.startsWith("/")) {
      axis = "/self::";
      rest = rest.substring(1);
    } else if (rest.startsWith("./")) {
      rest = rest.substring(2);
    }
    while (true) {
      int slash = rest.indexOf('/');
      String step = slash < 0 ? rest : rest.substring(0, slash);
      xpath.append(axis).append(step(step, path, namespaces, slash < 0));
      if (slash < 0) {
        return xpath.toString();
      }
      boolean descend = rest.startsWith("//", slash);
      axis = descend ? "//" : "/";
      rest = rest.substring(slash + (descend ? 2 : 1));
    }
  }

  /// Wherever the MARC record is: in an OAI record it is not at the top.
  private static String marc(String tag, @Nullable String codes) {
    if (codes == null) {
      return ".//*:%s[@tag = '%s']"
          .formatted(tag.startsWith("00") ? "controlfield" : "datafield", tag);
    }
    StringBuilder any = new StringBuilder();
    for (int i = 0; i < codes.length(); i++) {
      any.append(any.isEmpty() ? "" : ", ").append('\'').append(codes.charAt(i)).append('\'');
    }
    return ".//*:datafield[@tag = '%s']/*:subfield[@code = (%s)]".formatted(tag, any);
  }

  private static String step(
      String step, String path, Map<String, String> namespaces, boolean last) {
    if (step.equals("..")) {
      return step;
    }
    Matcher matcher = STEP.matcher(step);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected steps such as name, prefix:name, name[2] or @name, found %s in path %s. Write anything else as \"xpath\"."
              .formatted(ProfileErrors.quote(step), ProfileErrors.quote(path)));
    }
    boolean attribute = matcher.group(1) != null;
    if (attribute && !last) {
      throw new IllegalArgumentException(
          "expected the attribute %s as the last step of path %s"
              .formatted(ProfileErrors.quote(step), ProfileErrors.quote(path)));
    }
    String prefix = matcher.group(2);
    String name = matcher.group(3);
    if (prefix != null && !prefix.equals("xml") && !namespaces.containsKey(prefix)) {
      throw new IllegalArgumentException(
          "unknown prefix %s in path %s: expected one of %s, or one of your own under source.namespaces"
              .formatted(
                  ProfileErrors.quote(prefix),
                  ProfileErrors.quote(path),
                  String.join(", ", new TreeSet<>(namespaces.keySet()))));
    }
    String qualified = prefix != null ? prefix + ":" + name : name.equals("*") ? "*" : "*:" + name;
    String position = matcher.group(4) == null ? "" : "[" + matcher.group(4) + "]";
    return (attribute ? "@" : "") + qualified + position;
  }
}
