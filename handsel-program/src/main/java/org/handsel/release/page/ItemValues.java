package org.handsel.release.page;

import java.util.List;
import java.util.Map;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.TextPattern.Name;
import org.jspecify.annotations.Nullable;

/// What the names of a pattern stand for, for one item.
final class ItemValues {
  private final Item item;
  private final Map<String, String> fixed;
  private final int pages;

  /// @param pages of the file; of one picture, or where nobody knows, at most 1
  ItemValues(Item item, Map<String, String> fixed, int pages) {
    this.item = item;
    this.fixed = fixed;
    this.pages = pages;
  }

  Item item() {
    return item;
  }

  /// A constant of the profile; null when there is none.
  @Nullable String fixed(String name) {
    return fixed.get(name);
  }

  /// Values that have something to say under this name; a field of the item hides a constant.
  List<Value> values(Name name) {
    return all(name).stream().filter(value -> part(value, name.part()) != null).toList();
  }

  /// Whether what stands under this name was written by the author of the profile, who may use
  /// markup.
  boolean trusted(Name name) {
    return item.values(name.field()).isEmpty()
        && !name.field().equals("id")
        && fixed.containsKey(name.field());
  }

  /// A part of a value; null when it has none.
  static @Nullable String part(Value value, @Nullable String part) {
    Value.Mapped mapped = value.mapped();
    @Nullable String text =
        switch (part) {
          case null -> value.value();
          case "edtf" -> value.value();
          case "file", "pages" -> value.value();
          case "text" -> value.text() == null ? value.value() : value.text();
          case "raw" -> value.raw();
          case "language" -> value.language();
          case "qualifier" -> value.qualifier();
          case "qid" -> mapped == null ? null : mapped.qid();
          case "category" -> mapped == null ? null : mapped.category();
          case "creator" -> mapped == null ? null : mapped.creator();
          default -> null;
        };
    return text == null || text.isBlank() ? null : text;
  }

  private List<Value> all(Name name) {
    String field = name.field();
    if (isSourceFile(name)) {
      String file = item.origin().file();
      return file.isEmpty() ? List.of() : List.of(Value.of(file, "source.file", file));
    }
    if (field.equals("file") && "pages".equals(name.part())) {
      String number = String.valueOf(pages);
      return pages > 1 ? List.of(Value.of(number, "file.pages", number)) : List.of();
    }
    List<Value> values = item.values(field);
    if (!values.isEmpty()) {
      return values;
    }
    if (field.equals("id")) {
      return List.of(Value.of(item.id(), "id", item.id()));
    }
    String constant = fixed.get(field);
    return constant == null ? List.of() : List.of(Value.of(constant, "fixed." + field, constant));
  }

  private static boolean isSourceFile(Name name) {
    return name.field().equals("source") && "file".equals(name.part());
  }
}
