package org.handsel.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// A category graph in a file: the `categories.tsv` of an audit (`page_id title category sortkey`),
/// or a table with the columns `category` and `parent`. It is read anew for each question and never
/// held in memory as a whole, because the graph of a large wiki is much larger than a release.
public final class CategoryFile implements CategoryParents {
  private static final Pattern PREFIX =
      Pattern.compile("^(?:Category|Kategorie|Kategori|Catégorie|Categorie|Categoría|Categoria):");

  private final Path file;

  /// @param place the file, or the folder of an audit that holds it
  /// @throws HandselException with exit 2 when there is no such file
  public CategoryFile(Path place) {
    this.file = Files.isDirectory(place) ? place.resolve("categories.tsv") : place;
    if (!Files.isRegularFile(file)) {
      throw HandselException.usage(
          "%s: no category graph: expected a table with the columns category and parent, or the folder of an audit with categories.tsv."
              .formatted(place));
    }
  }

  @Override
  public Map<String, Set<String>> above(Collection<String> categories) {
    Set<String> wanted = new HashSet<>(categories);
    Map<String, Set<String>> above = new LinkedHashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = reader.readLine();
      List<String> header = first == null ? List.of() : Tsv.cells(first);
      boolean facts = header.contains("title") && header.contains("category");
      int child = header.indexOf(facts ? "title" : "category");
      int parent = header.indexOf(facts ? "category" : "parent");
      if (child < 0 || parent < 0) {
        throw HandselException.usage(
            "%s, line 1: expected the columns category and parent, or title and category, found %s."
                .formatted(file, String.join(", ", header)));
      }
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = Tsv.cells(line);
        if (cells.size() <= Math.max(child, parent)) {
          continue;
        }
        String title = cells.get(child);
        String name = PREFIX.matcher(title).replaceFirst("").replace('_', ' ');
        // In the facts of an audit articles have titles, too: only category pages count.
        if ((!facts || name.length() < title.length()) && wanted.contains(name)) {
          above
              .computeIfAbsent(name, key -> new LinkedHashSet<>())
              .add(cells.get(parent).replace('_', ' '));
        }
      }
      return above;
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }
}
