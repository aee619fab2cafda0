package org.handsel.partnership.precedents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Reads titles of categories: not every tracked category is a partnership. Immutable.
final class CategoryTitles {
  private static final Set<String> KINDS =
      Set.of("institution", "affiliate", "campaign", "event", "theme");

  private final List<Form> forms;
  private final List<Word> words;

  private record Form(Pattern pattern, String text, String kind, boolean word, boolean named) {}

  private record Word(String word, String where, String type) {}

  private CategoryTitles(List<Form> forms, List<Word> words) {
    this.forms = List.copyOf(forms);
    this.words = List.copyOf(words);
  }

  static CategoryTitles load() {
    List<Form> forms = new ArrayList<>();
    ResourceTable table =
        ResourceTable.read(CategoryTitles.class, "category-forms.tsv", "form", "kind", "needs");
    for (ResourceTable.Row row : table.rows()) {
      if (!KINDS.contains(row.cell(1))) {
        throw ResourceTable.malformed(table.name(), row.line(), "no kind " + row.cell(1));
      }
      forms.add(
          new Form(
              Pattern.compile(row.cell(0), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
              row.cell(0),
              row.cell(1),
              row.cell(2).equals("word"),
              row.cell(0).contains("(?<name>")));
    }
    List<Word> words = new ArrayList<>();
    ResourceTable of =
        ResourceTable.read(CategoryTitles.class, "institution-words.tsv", "word", "where", "type");
    for (ResourceTable.Row row : of.rows()) {
      if (!Set.of("begin", "end", "inside").contains(row.cell(1))) {
        throw ResourceTable.malformed(of.name(), row.line(), "no place " + row.cell(1));
      }
      words.add(new Word(row.cell(0), row.cell(1), row.cell(2)));
    }
    return new CategoryTitles(forms, words);
  }

  /// @param title with spaces or underscores, with or without the namespace
  Classified read(String title) {
    String plain = plain(title);
    for (Form form : forms) {
      Matcher fits = form.pattern().matcher(plain);
      if (!fits.matches()) {
        continue;
      }
      String name = form.named() ? house(fits.group("name")) : plain;
      String type = type(name);
      if (!form.word() || type != null) {
        return new Classified(
            form.kind(), name, form.kind().equals("institution") ? type : null, form.text());
      }
    }
    throw new IllegalStateException("category-forms.tsv: the last form must fit everything");
  }

  static String plain(String title) {
    return title
        .replace('_', ' ')
        .replaceFirst("^(?i:category|kategorie):", "")
        .replace("%27", "'")
        .replace("%26", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// The house without what follows its name: uploaders, holdings, places in brackets stay.
  private static String house(String name) {
    return name.replaceFirst("(?i) (?:uploaded by|flickr stream|\\(UploadBot).*$", "")
        .replaceFirst(" [-–] .*$", "")
        .replaceFirst("(?i)^the ", "")
        .strip();
  }

  @Nullable String type(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    List<String> parts = List.of(folded.split("[^\\p{L}\\p{N}]+", -1));
    String whole = String.join(" ", parts);
    for (Word word : words) {
      boolean found =
          switch (word.where()) {
            case "begin" -> parts.stream().anyMatch(part -> part.startsWith(word.word()));
            case "end" -> parts.stream().anyMatch(part -> part.endsWith(word.word()));
            default -> whole.contains(word.word());
          };
      if (found) {
        return word.type();
      }
    }
    return null;
  }
}
