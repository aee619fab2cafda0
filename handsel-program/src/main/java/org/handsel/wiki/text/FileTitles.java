package org.handsel.wiki.text;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of files on a wiki: makes the exact name that MediaWiki will store, and says what is wrong
/// with a given one.
///
/// Rules: `MediaWikiTitleCodec::splitTitleString`, `UploadBase::getTitle` and
/// `wfStripIllegalFilenameChars` of MediaWiki 1.39. Pure functions, safe for threads.
public final class FileTitles {
  /// Name of the namespace of files as every wiki understands it.
  public static final String NAMESPACE = "File:";

  /// Bytes of UTF-8 that a name may have, extension included (room for the prefix that the wiki
  /// puts before old versions).
  public static final int MAX_BYTES = 240;

  private static final Map<String, String> SAME_EXTENSION =
      Map.of("jpeg", "jpg", "tiff", "tif", "htm", "html", "mpeg", "mpg", "ogv", "ogg");
  private static final Pattern LEADING_SEPARATORS = Pattern.compile("^[\\s\\-–—_,;.]+");
  private static final Pattern TRAILING_SEPARATORS = Pattern.compile("[\\s\\-–—,;.(&]+$");
  private static final Pattern TRAILING_DOTS = Pattern.compile("[\\s.]+$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?](?= )");
  private static final Pattern NOT_IN_EXTENSION = Pattern.compile("[^a-z0-9]");

  private FileTitles() {}

  /// Makes the name of a file.
  ///
  /// @param description what the file shows; cut at the end of a sentence or word when the name
  ///   would be too long
  /// @param suffix what makes the name unique, such as ` - SMVK - 0307.a.0001`; never cut; may be
  ///   empty
  /// @param extension with or without a dot; becomes lower case
  public static FileTitle make(String description, String suffix, String extension) {
    String ending = extensionOf(extension);
    int room = MAX_BYTES - ending.length();
    String whole = base(description, suffix, ending);
    String name = whole;
    if (bytes(whole) > room) {
      name = cutToFit(description, suffix, ending, room);
    }
    return new FileTitle(name + ending, !name.equals(whole), problems(name + ending));
  }

  /// What the wiki would refuse or change in a name; empty when it would store exactly this.
  ///
  /// @param title with or without `File:`
  public static List<TitleProblem> problems(String title) {
    return TitleProblems.of(withoutNamespace(title));
  }

  /// The same for all names that a wiki or a file system could take for one another: those that
  /// differ in case, in spaces and underscores, or in the spelling of the extension only.
  public static String twinKey(String title) {
    String name = TitleText.clean(withoutNamespace(title));
    // Upper case first: ß and SS, final and other sigma, dotless and dotted i fall together, in
    // every locale.
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    int dot = folded.lastIndexOf('.');
    String extension = folded.substring(dot + 1);
    return folded.substring(0, dot + 1) + SAME_EXTENSION.getOrDefault(extension, extension);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String withoutNamespace(String title) {
    return title.regionMatches(true, 0, NAMESPACE, 0, NAMESPACE.length())
        ? title.substring(NAMESPACE.length())
        : title;
  }

  /// With its dot; empty when nothing usable is given.
  private static String extensionOf(String extension) {
    String letters = NOT_IN_EXTENSION.matcher(extension.toLowerCase(Locale.ROOT)).replaceAll("");
    return letters.isEmpty() ? "" : "." + letters;
  }

  private static String base(String description, String suffix, String ending) {
    String text = TitleText.clean(description);
    boolean named = !TitleText.clean(suffix).isEmpty();
    String base;
    if (named && text.isEmpty()) {
      base = LEADING_SEPARATORS.matcher(TitleText.clean(suffix)).replaceFirst("");
    } else if (named) {
      base = text + suffix;
    } else {
      base = TRAILING_DOTS.matcher(withoutEnding(text, ending)).replaceFirst("");
    }
    return settled(base);
  }

  private static String settled(String base) {
    String settled = base;
    String before;
    do {
      before = settled;
      settled = TitleText.upperFirst(TitleText.clean(TitleText.defuseExtensions(settled)));
    } while (!settled.equals(before));
    return settled;
  }

  /// `view.jpg` as a description does not become `view.jpg.jpg`.
  private static String withoutEnding(String text, String ending) {
    String base = text;
    while (!ending.isEmpty()
        && base.toLowerCase(Locale.ROOT).endsWith(ending)
        && base.length() > ending.length()) {
      base = base.substring(0, base.length() - ending.length()).strip();
    }
    return base;
  }

  private static String cutToFit(String description, String suffix, String ending, int room) {
    String text = TitleText.clean(description);
    int forText = room - bytes(base("", suffix, ending));
    while (!text.isEmpty()) {
      text = cut(text, forText);
      String base = base(text, suffix, ending);
      int tooMuch = bytes(base) - room;
      if (tooMuch <= 0) {
        return base;
      }
      // The suffix with its separator, or a letter whose capital is longer, needs more room.
      forText = Math.min(forText, bytes(text)) - tooMuch;
    }
    return base("", suffix, ending);
  }

  /// The longest beginning of a text with at most so many bytes that ends well: at the end of a
  /// sentence when that keeps most of it, else of a word, else of a letter with its accents.
  private static String cut(String text, int maxBytes) {
    int end = lastLetterWithin(text, maxBytes);
    if (end >= text.length()) {
      return text;
    }
    String kept = text.substring(0, end);
    int sentence = -1;
    Matcher ends = SENTENCE_END.matcher(text);
    while (ends.find() && ends.end() <= end) {
      sentence = ends.end();
    }
    int word = text.charAt(end) == ' ' ? end : kept.lastIndexOf(' ');
    int at = sentence * 10 >= end * 7 ? sentence : word * 2 >= end ? word : end;
    return TRAILING_SEPARATORS.matcher(text.substring(0, Math.max(at, 0))).replaceFirst("");
  }

  private static int lastLetterWithin(String text, int maxBytes) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int used = 0;
    int end = 0;
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      used += bytes(text.substring(end, next));
      if (used > maxBytes) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
