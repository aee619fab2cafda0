package org.handsel.app.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;

/// The dump of the sample wiki, written anew with the pages as they are after some edits. Only for
/// that file, whose layout is known; dumps in general are read by `org.handsel.wiki.dump`.
record DumpPages(String dump) {
  private static final Pattern PAGE =
      Pattern.compile("(<title>([^<]*)</title>.*?<text[^>]*>)([^<]*)(</text>)", Pattern.DOTALL);

  static DumpPages read(Path dump) {
    try {
      return new DumpPages(Files.readString(dump));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Texts by title.
  Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    for (Matcher page = PAGE.matcher(dump); page.find(); ) {
      pages.put(unescaped(page.group(2)), unescaped(page.group(3)));
    }
    return pages;
  }

  /// Writes the dump with other texts.
  ///
  /// @param text of a page by its title
  void write(Path file, UnaryOperator<String> text) {
    String later =
        PAGE.matcher(dump)
            .replaceAll(page ->
                Matcher.quoteReplacement(
                    page.group(1) + escaped(text.apply(unescaped(page.group(2)))) + page.group(4)));
    DurableFiles.replace(file, later);
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
