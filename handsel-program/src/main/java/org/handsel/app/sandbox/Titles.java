package org.handsel.app.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handsel.wiki.text.FileTitles;

/// Brings titles into the form in which the wiki stores them, as
/// `MediaWikiTitleCodec::splitTitleString` and `UploadBase::getTitle` of MediaWiki 1.39 do.
///
/// Written apart from [FileTitles], which makes titles: a mistake there must not be forgiven here.
final class Titles {
  static final int FILE = 6;

  private static final Map<String, Integer> NAMESPACES =
      Map.ofEntries(
          Map.entry("talk", 1),
          Map.entry("user", 2),
          Map.entry("user talk", 3),
          Map.entry("commons", 4),
          Map.entry("project", 4),
          Map.entry("file", FILE),
          Map.entry("image", FILE),
          Map.entry("file talk", 7),
          Map.entry("mediawiki", 8),
          Map.entry("template", 10),
          Map.entry("help", 12),
          Map.entry("category", 14),
          Map.entry("creator", 100),
          Map.entry("institution", 106),
          Map.entry("data", 486));
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0, ""),
          Map.entry(1, "Talk"),
          Map.entry(2, "User"),
          Map.entry(3, "User talk"),
          Map.entry(4, "Commons"),
          Map.entry(FILE, "File"),
          Map.entry(7, "File talk"),
          Map.entry(8, "MediaWiki"),
          Map.entry(10, "Template"),
          Map.entry(12, "Help"),
          Map.entry(14, "Category"),
          Map.entry(100, "Creator"),
          Map.entry(106, "Institution"),
          Map.entry(486, "Data"));

  private static final Pattern DIRECTIONS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E]+");
  private static final Pattern SPACES =
      Pattern.compile("[ _\\xA0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
  private static final Pattern INVALID =
      Pattern.compile(
          "[^ %!\"$&'()*,\\-./0-9:;=?@A-Z\\\\^_`a-z~\\x{80}-\\x{10FFFF}+]"
              + "|%[0-9A-Fa-f]{2}|&[A-Za-z0-9\\x{80}-\\x{10FFFF}]+;");
  private static final Pattern ILLEGAL_IN_FILES =
      Pattern.compile("[^ %!\"$&'()*,\\-./0-9:;=?@A-Z\\\\^_`a-z~\\x{80}-\\x{10FFFF}+]|[:/\\\\]");

  private Titles() {}

  /// A title as stored: namespace number and text with spaces.
  record Stored(int namespace, String name) {
    String full() {
      return namespace == 0 ? name : NAMES.getOrDefault(namespace, "") + ":" + name;
    }
  }

  static Map<Integer, String> namespaces() {
    return NAMES;
  }

  /// Any title as somebody wrote it; empty when the wiki does not allow it.
  static Optional<Stored> read(String text) {
    return read(text, 0);
  }

  /// The name of a file as somebody wishes it, with or without namespace: the title is allowed, but
  /// not looked at as the name of an upload.
  static Optional<Stored> file(String name) {
    return read(name, FILE);
  }

  private static Optional<Stored> read(String text, int defaultNamespace) {
    String name = spaced(text);
    int namespace = defaultNamespace;
    int colon = name.indexOf(':');
    if (colon > 0) {
      Integer known = NAMESPACES.get(name.substring(0, colon).strip().toLowerCase(Locale.ROOT));
      if (known != null) {
        namespace = known;
        name = name.substring(colon + 1).strip();
      }
    } else if (colon == 0) {
      namespace = 0;
      name = name.substring(1).strip();
    }
    int fragment = name.indexOf('#');
    if (fragment >= 0) {
      name = name.substring(0, fragment).strip();
    }
    return checked(name).map(upperFirst(namespace));
  }

  private static java.util.function.Function<String, Stored> upperFirst(int namespace) {
    return name -> {
      int end = name.offsetByCodePoints(0, 1);
      return new Stored(
          namespace, name.substring(0, end).toUpperCase(Locale.ROOT) + name.substring(end));
    };
  }

  private static Optional<String> checked(String name) {
    boolean valid =
        !name.isEmpty()
            && name.charAt(0) != ':'
            && !INVALID.matcher(name).find()
            && !name.contains("\uFFFD")
            && !name.contains("~~~")
            && !name.equals(".")
            && !name.equals("..")
            && !name.startsWith("./")
            && !name.startsWith("../")
            && !name.contains("/./")
            && !name.contains("/../")
            && !name.endsWith("/.")
            && !name.endsWith("/..")
            && bytes(name) <= 255;
    return valid ? Optional.of(name) : Optional.empty();
  }

  private static String spaced(String text) {
    String name = DIRECTIONS.matcher(text.replace('_', ' ')).replaceAll("");
    return SPACES.matcher(name).replaceAll(" ").strip();
  }

  /// The name under which an upload is stored; the refusals are those of `UploadBase::getTitle`
  /// before it looks at the extension.
  static Stored upload(String desired) {
    Optional<Stored> written = read(desired);
    String name =
        written.filter(title -> title.namespace() == FILE).map(Stored::name).orElse(desired);
    if (bytes(name) > FileTitles.MAX_BYTES) {
      throw new Refusal(
              "filename-toolong",
              "Filenames may not be longer than %d bytes.".formatted(FileTitles.MAX_BYTES))
          .with("invalidparameter", "filename");
    }
    String legal = ILLEGAL_IN_FILES.matcher(name).replaceAll("-");
    return checked(spaced(legal))
        .map(upperFirst(FILE))
        .orElseThrow(() ->
            new Refusal("illegal-filename", "The filename is not allowed.")
                .with("filename", name)
                .with("invalidparameter", "filename"));
  }

  static String key(String name) {
    return name.replace(' ', '_');
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
