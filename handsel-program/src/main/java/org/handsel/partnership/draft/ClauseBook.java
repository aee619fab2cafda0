package org.handsel.partnership.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.partnership.agreement.Rung;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The clauses and other words of drafts. Immutable.
final class ClauseBook {
  private static final String FILE = "clauses.yaml";

  private final List<Clause> clauses;
  private final Map<String, Said> words = new HashMap<>();

  ClauseBook() {
    clauses = List.copyOf(read());
    for (ResourceTable.Row row :
        ResourceTable.read(ClauseBook.class, "texts.tsv", "name", "en", "de").rows()) {
      words.put(row.cell(0), new Said(row.cell(1), row.cell(2)));
    }
  }

  List<Clause> of(Rung kind) {
    return clauses.stream().filter(clause -> clause.kinds().contains(kind)).toList();
  }

  List<Clause> all() {
    return clauses;
  }

  String word(String name, String language, Object... arguments) {
    Said word = words.get(name);
    if (word == null) {
      throw new IllegalStateException("texts.tsv lacks " + name);
    }
    return MessageFormat.format(word.in(language).replace("'", "''"), arguments);
  }

  private static List<Clause> read() {
    try (InputStream in = ClauseBook.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      Object tree = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in);
      if (!(tree instanceof List<?> list)) {
        throw new IllegalStateException(FILE + ": expected a list of clauses");
      }
      List<Clause> clauses = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (Object one : list) {
        Clause clause = clause(one);
        if (!ids.add(clause.id())) {
          throw new IllegalStateException(FILE + ": the id " + clause.id() + " repeats");
        }
        clauses.add(clause);
      }
      return clauses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Clause clause(Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new IllegalStateException(FILE + ": expected a clause, found " + node);
    }
    String id = text(map, "id");
    EnumSet<Rung> kinds = EnumSet.noneOf(Rung.class);
    if (map.get("kinds") instanceof List<?> names) {
      names.forEach(name -> kinds.add(Rung.of(String.valueOf(name))));
    }
    if (kinds.isEmpty()) {
      throw new IllegalStateException(FILE + ", " + id + ": expected kinds");
    }
    return new Clause(
        id,
        kinds,
        said(map, "heading"),
        said(map, "text"),
        said(map, "reason"),
        text(map, "precedent"));
  }

  private static Said said(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Map<?, ?> languages) {
      return new Said(text(languages, "en"), text(languages, "de"));
    }
    throw new IllegalStateException(
        "%s, %s: expected %s in en and de".formatted(FILE, map.get("id"), key));
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (!(value instanceof String text) || text.isBlank()) {
      throw new IllegalStateException(
          "%s, %s: expected a text under %s".formatted(FILE, map.get("id"), key));
    }
    return text;
  }
}
