package org.handsel.collection.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.collection.source.SourceSpec;
import org.jspecify.annotations.Nullable;

/// Reads the section `source`: how the delivery is to be read.
final class SourceSection {
  private static final List<String> KEYS =
      List.of("format", "charset", "delimiter", "quote", "sheet", "record", "namespaces", "joins");
  private static final List<String> FORMATS =
      List.of("csv", "tsv", "xlsx", "xls", "ods", "xml", "json", "marc21", "iiif");
  private static final List<String> JOIN_KEYS = List.of("file", "on", "key");

  private SourceSection() {}

  static SourceSpec read(ProfileNode node) {
    Map<String, ProfileNode> entries =
        node.entries("how the delivery is read, such as {format: csv}", KEYS);
    return new SourceSpec(
        format(entries.get("format")),
        charset(entries.get("charset")),
        delimiter(entries.get("delimiter")),
        quote(entries.get("quote")),
        text(entries.get("sheet"), "a sheet's name or number"),
        text(entries.get("record"), "an element's name such as lido:lido"),
        namespaces(entries.get("namespaces")),
        joins(entries.get("joins")));
  }

  private static @Nullable String format(@Nullable ProfileNode node) {
    String format = text(node, "a format");
    if (node != null && format != null && !FORMATS.contains(format)) {
      node.error(
          "expected one of %s, found %s.%s"
              .formatted(
                  String.join(", ", FORMATS),
                  ProfileErrors.quote(format),
                  ProfileErrors.didYouMean(format, FORMATS)));
    }
    return format;
  }

  private static @Nullable String charset(@Nullable ProfileNode node) {
    String name = text(node, "a character set");
    if (node != null && name != null && !supported(name)) {
      node.error(
          "expected a character set such as UTF-8, windows-1252 or ISO-8859-1, found "
              + ProfileErrors.quote(name));
    }
    return name;
  }

  private static boolean supported(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String delimiter(@Nullable ProfileNode node) {
    String delimiter = text(node, "a character");
    if (node == null || delimiter == null) {
      return null;
    }
    String character = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
    if (character.length() != 1) {
      node.error(
          "expected one character such as \",\" or \"\\t\", found "
              + ProfileErrors.quote(delimiter));
    }
    return character;
  }

  private static @Nullable String quote(@Nullable ProfileNode node) {
    String quote = text(node, "a character or none");
    if (node != null && quote != null && quote.length() != 1 && !quote.equals("none")) {
      node.error("expected one character or none, found " + ProfileErrors.quote(quote));
    }
    return quote;
  }

  private static Map<String, String> namespaces(@Nullable ProfileNode node) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    if (node != null) {
      node.entries("prefixes with their namespaces")
          .forEach((prefix, child) -> {
            if (prefix.equals("h")) {
              child.error("the prefix h is taken by Handsel's own functions: expected another one");
            }
            child.text("a namespace URI").ifPresent(uri -> namespaces.put(prefix, uri));
          });
    }
    return namespaces;
  }

  private static List<SourceSpec.Join> joins(@Nullable ProfileNode node) {
    List<SourceSpec.Join> joins = new ArrayList<>();
    if (node == null) {
      return joins;
    }
    for (ProfileNode item : node.items("a list of {file: …, on: …, key: …}")) {
      Map<String, ProfileNode> entries = item.entries("{file: …, on: …, key: …}", JOIN_KEYS);
      String file = text(entries.get("file"), "a file");
      String on = text(entries.get("on"), "a column of the main table");
      String key = text(entries.get("key"), "a column of the joined table");
      if (file == null || on == null || key == null) {
        item.error("expected file, on and key of a join, found " + entries.keySet());
      } else {
        joins.add(new SourceSpec.Join(file, on, key));
      }
    }
    return joins;
  }

  private static @Nullable String text(@Nullable ProfileNode node, String expected) {
    return node == null ? null : node.text(expected).orElse(null);
  }
}
