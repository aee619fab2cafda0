package org.handsel.release.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Three-way merges of file pages. What is planned now against what was released is brought into
/// the page as it stands, part by part; whatever people changed stays as they wrote it, blanks
/// included.
///
/// A part is a parameter of a template, a whole template, a category, or a line of text. A value
/// that itself consists of templates (`{{sv|1=…}}{{en|1=…}}`) is merged template by template. Where
/// people changed the same part to something else, the page keeps theirs and the conflict names all
/// three.
public final class PageMerge {
  private static final int DEEPEST = 4;

  private final String released;
  private final String planned;
  private final String wiki;
  private final int depth;
  private final PageParts before;
  private final PageParts after;
  private final PageParts page;
  private final Rewriting rewriting = new Rewriting();
  private final List<PageChange> brought = new ArrayList<>();
  private final List<PageConflict> conflicts = new ArrayList<>();

  private PageMerge(String released, String planned, String wiki, int depth) {
    this.released = released;
    this.planned = planned;
    this.wiki = wiki;
    this.depth = depth;
    this.before = PageParts.of(released);
    this.after = PageParts.of(planned);
    this.page = PageParts.of(wiki);
  }

  /// Merges.
  ///
  /// @param released the page as it was released, or as it was refreshed last
  /// @param planned the page as it is planned now
  /// @param wiki the page as it stands
  public static MergedPage merge(String released, String planned, String wiki) {
    return merge(released, planned, wiki, 0);
  }

  /// What people changed on a page, part by part.
  ///
  /// @return in the order: templates, categories, text; empty when only blanks differ
  public static List<PageChange> changes(String released, String wiki) {
    return PageChanges.between(PageParts.of(released), PageParts.of(wiki));
  }

  private static MergedPage merge(String released, String planned, String wiki, int depth) {
    if (same(released, planned) || same(planned, wiki)) {
      return new MergedPage(wiki, List.of(), List.of());
    }
    return new PageMerge(released, planned, wiki, depth).run();
  }

  private MergedPage run() {
    templates();
    categories();
    lines();
    return new MergedPage(rewriting.on(wiki), brought, conflicts);
  }

  // Templates.

  private void templates() {
    Map<String, Piece.Call> old = before.calls();
    Map<String, Piece.Call> wanted = after.calls();
    Map<String, Piece.Call> there = page.calls();
    Map<String, String> renamed = renamed(old, wanted, there);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(wanted.keySet());
    names.removeAll(renamed.values());
    exchanged(old, wanted, renamed)
        .forEach((name, other) -> {
          exchange(
              name,
              Objects.requireNonNull(old.get(name)),
              Objects.requireNonNull(wanted.get(other)));
          names.remove(name);
          names.remove(other);
        });
    for (String name : names) {
      Piece.Call one = old.get(name);
      Piece.Call other = wanted.get(renamed.getOrDefault(name, name));
      Piece.Call stands = there.get(name);
      if (stands == null && renamed.containsKey(name)) {
        stands = there.get(renamed.get(name));
      }
      template(name, one, other, stands);
    }
  }

  /// A template that was exchanged for another one: its parameters are merged by their names.
  private Map<String, String> renamed(
      Map<String, Piece.Call> old, Map<String, Piece.Call> wanted, Map<String, Piece.Call> there) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (Map.Entry<String, Piece.Call> one : old.entrySet()) {
      if (wanted.containsKey(one.getKey()) || one.getValue().parameters().isEmpty()) {
        continue;
      }
      for (Map.Entry<String, Piece.Call> other : wanted.entrySet()) {
        if (!old.containsKey(other.getKey())
            && !renamed.containsValue(other.getKey())
            && (there.containsKey(one.getKey()) || there.containsKey(other.getKey()))
            && alike(one.getValue(), other.getValue())) {
          renamed.put(one.getKey(), other.getKey());
          break;
        }
      }
    }
    return renamed;
  }

  /// One template for another at the same place, such as a licence: what people put there instead
  /// must not get the new one beside it.
  private Map<String, String> exchanged(
      Map<String, Piece.Call> old, Map<String, Piece.Call> wanted, Map<String, String> renamed) {
    Map<String, String> exchanged = new LinkedHashMap<>();
    for (Map.Entry<String, Piece.Call> one : old.entrySet()) {
      if (wanted.containsKey(one.getKey()) || renamed.containsKey(one.getKey())) {
        continue;
      }
      for (Map.Entry<String, Piece.Call> other : wanted.entrySet()) {
        if (!old.containsKey(other.getKey())
            && !renamed.containsValue(other.getKey())
            && !exchanged.containsValue(other.getKey())
            && behind(before, one.getValue(), released)
                .equals(behind(after, other.getValue(), planned))) {
          exchanged.put(one.getKey(), other.getKey());
          break;
        }
      }
    }
    return exchanged;
  }

  /// The part before a template, as its text; a template by its name.
  private static String behind(PageParts parts, Piece.Call call, String page) {
    List<Piece> before = places(parts, call);
    return before.isEmpty()
        ? ""
        : before.getFirst() instanceof Piece.Call one ? one.name() : before.getFirst().text(page);
  }

  private void exchange(String name, Piece.Call one, Piece.Call other) {
    Piece.Call stands = page.calls().get(name);
    String then = one.text(released);
    String now = other.text(planned);
    boolean there = page.calls().values().stream().anyMatch(call -> same(call.text(wiki), now));
    if (stands != null && same(then, stands.text(wiki))) {
      if (there) {
        rewriting.remove(wiki, stands.start(), stands.end());
      } else {
        rewriting.replace(stands.start(), stands.end(), now);
      }
      brought.add(new PageChange("template: " + name, then, there ? "" : now));
    } else if (!there) {
      conflicts.add(
          new PageConflict(
              "template: " + name, then, now, stands == null ? "" : stands.text(wiki)));
    }
  }

  private static boolean alike(Piece.Call one, Piece.Call other) {
    long shared =
        one.parameters().stream()
            .filter(parameter -> other.parameter(parameter.name()).isPresent())
            .count();
    return 2 * shared >= Math.min(one.parameters().size(), other.parameters().size()) && shared > 0;
  }

  private void template(
      String name,
      Piece.@Nullable Call one,
      Piece.@Nullable Call other,
      Piece.@Nullable Call stands) {
    String then = one == null ? "" : one.text(released);
    String now = other == null ? "" : other.text(planned);
    String here = stands == null ? "" : stands.text(wiki);
    if (same(then, now) || same(now, here)) {
      return;
    }
    if (stands == null) {
      if (one == null) {
        if (other != null) {
          insert("template: " + name, now, other);
        }
      } else if (other != null) {
        conflicts.add(new PageConflict("template: " + name, then, now, ""));
      }
    } else if (other == null) {
      if (same(then, here)) {
        rewriting.remove(wiki, stands.start(), stands.end());
        brought.add(new PageChange("template: " + name, here, ""));
      } else {
        conflicts.add(new PageConflict("template: " + name, then, "", here));
      }
    } else {
      parameters(one, other, stands);
    }
  }

  private void parameters(Piece.@Nullable Call one, Piece.Call other, Piece.Call stands) {
    if (one != null && !one.name().equals(other.name()) && stands.name().equals(one.name())) {
      rewriting.replace(stands.nameStart(), stands.nameEnd(), other.name());
      brought.add(new PageChange("template", stands.name(), other.name()));
    }
    Set<String> names = new LinkedHashSet<>();
    other.parameters().forEach(parameter -> names.add(parameter.name()));
    if (one != null) {
      one.parameters().forEach(parameter -> names.add(parameter.name()));
    }
    for (String name : names) {
      String then = one == null ? "" : value(one, name, released);
      String now = value(other, name, planned);
      String here = value(stands, name, wiki);
      if (same(then, now) || same(now, here)) {
        continue;
      }
      String place = other.name() + ": " + name;
      if (same(then, here)) {
        set(stands, other, name, now);
        brought.add(new PageChange(place, here, now));
        continue;
      }
      MergedPage inner =
          depth < DEEPEST && only(then) && only(now) && only(here)
              ? merge(then, now, here, depth + 1)
              : new MergedPage(here, List.of(), List.of(new PageConflict(place, then, now, here)));
      if (inner.conflicts().isEmpty() && same(inner.text(), here)) {
        continue;
      }
      if (inner.conflicts().isEmpty()) {
        set(stands, other, name, inner.text());
        brought.add(new PageChange(place, here, inner.text()));
      } else {
        conflicts.add(new PageConflict(place, then, now, here));
      }
    }
  }

  private static String value(Piece.Call call, String name, String page) {
    return call.parameter(name).map(parameter -> parameter.value(page)).orElse("");
  }

  /// Whether a value is made of templates only, so that it can be merged by them.
  private static boolean only(String value) {
    List<Piece> pieces = PageParts.of(value).pieces();
    return !pieces.isEmpty() && pieces.stream().allMatch(Piece.Call.class::isInstance);
  }

  private void set(Piece.Call stands, Piece.Call other, String name, String value) {
    Piece.Parameter there = stands.parameter(name).orElse(null);
    if (there != null && other.parameter(name).isEmpty() && there.named()) {
      rewriting.replace(there.start(), there.end(), "");
    } else if (there != null) {
      setValue(there, value);
    } else {
      rewriting.insert(behindNeighbour(stands, other, name), added(stands, other, name, value));
    }
  }

  private void setValue(Piece.Parameter there, String value) {
    if (there.valueStart() < there.valueEnd()) {
      rewriting.replace(there.valueStart(), there.valueEnd(), value);
      return;
    }
    int at = behindEquals(there);
    int end = at;
    while (end < there.end() && wiki.charAt(end) == ' ') {
      end++;
    }
    rewriting.replace(at, end, " " + value);
  }

  /// An empty value begins behind all its blanks, the next line's indent included.
  private int behindEquals(Piece.Parameter there) {
    int at = there.start() + 1;
    int equals = wiki.indexOf('=', at);
    return there.named() && equals >= 0 && equals < there.end() ? equals + 1 : at;
  }

  private String added(Piece.Call stands, Piece.Call other, String name, String value) {
    boolean lines = stands.text(wiki).contains("\n");
    boolean named = other.parameter(name).map(Piece.Parameter::named).orElse(true);
    String written = named ? (lines ? name + " = " + value : name + "=" + value) : value;
    return lines ? "\n | " + written : "|" + written;
  }

  /// Behind the parameter after which the plan has it, where that one stands.
  private int behindNeighbour(Piece.Call stands, Piece.Call other, String name) {
    int at = stands.nameEnd();
    for (Piece.Parameter parameter : other.parameters()) {
      if (parameter.name().equals(name)) {
        break;
      }
      Piece.Parameter there = stands.parameter(parameter.name()).orElse(null);
      if (there != null) {
        at = there.valueStart() < there.valueEnd() ? there.valueEnd() : behindEquals(there);
      }
    }
    if (at == stands.nameEnd() && !stands.parameters().isEmpty() && numeric(name)) {
      at = stands.end() - 2;
    }
    return at;
  }

  private static boolean numeric(String name) {
    return name.chars().allMatch(Character::isDigit);
  }

  // Categories.

  private void categories() {
    Map<String, Piece.Category> old = before.categories();
    Map<String, Piece.Category> wanted = after.categories();
    Map<String, Piece.Category> there = page.categories();
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(wanted.keySet());
    for (String name : names) {
      String then = old.containsKey(name) ? old.get(name).text(released) : "";
      String now = wanted.containsKey(name) ? wanted.get(name).text(planned) : "";
      Piece.Category stands = there.get(name);
      String here = stands == null ? "" : stands.text(wiki);
      if (same(then, now) || same(now, here) || (now.isEmpty() && here.isEmpty())) {
        continue;
      }
      String place = "category: " + name;
      if (then.isEmpty() && stands != null) {
        continue; // people put it there already, with a key of their own
      }
      if (!same(then, here)) {
        conflicts.add(new PageConflict(place, then, now, here));
      } else if (stands == null) {
        addCategory(now);
        brought.add(new PageChange(place, "", now));
      } else if (now.isEmpty()) {
        rewriting.remove(wiki, stands.start(), stands.end());
        brought.add(new PageChange(place, here, ""));
      } else {
        rewriting.replace(stands.start(), stands.end(), now);
        brought.add(new PageChange(place, here, now));
      }
    }
  }

  private void addCategory(String link) {
    List<Piece.Category> there = List.copyOf(page.categories().values());
    if (there.isEmpty()) {
      rewriting.insert(wiki.stripTrailing().length(), "\n\n" + link);
    } else {
      rewriting.insert(there.getLast().end(), "\n" + link);
    }
  }

  // Lines of text.

  private void lines() {
    List<String> old = texts(before, released);
    List<String> wanted = texts(after, planned);
    if (old.equals(wanted)) {
      return;
    }
    List<Piece.Line> there = page.lines();
    List<String> here = texts(page, wiki);
    for (LineChanges.Change change : LineChanges.between(old, wanted)) {
      String then = String.join("\n", change.removed());
      String now = String.join("\n", change.added());
      int at = change.removed().isEmpty() ? -1 : find(here, change.removed());
      if (!change.added().isEmpty() && find(here, change.added()) >= 0) {
        continue;
      }
      if (at >= 0) {
        int start = there.get(at).start();
        int end = there.get(at + change.removed().size() - 1).end();
        if (now.isEmpty()) {
          rewriting.remove(wiki, start, end);
        } else {
          rewriting.replace(start, end, now);
        }
        brought.add(new PageChange("text", then, now));
      } else if (change.removed().isEmpty()) {
        insert("text", now, after.lines().get(change.at()));
      } else if (!now.isEmpty()) {
        conflicts.add(new PageConflict("text", then, now, String.join("\n", here)));
      }
    }
  }

  private static int find(List<String> lines, List<String> wanted) {
    return java.util.Collections.indexOfSubList(lines, wanted);
  }

  private static List<String> texts(PageParts parts, String page) {
    return parts.lines().stream().map(line -> line.text(page)).toList();
  }

  // What is new.

  /// Behind what stands before it in the plan, with the same blanks between them.
  private void insert(String place, String text, Piece piece) {
    brought.add(new PageChange(place, "", text));
    Map<String, Piece.Call> calls = page.calls();
    int start = piece.start();
    for (Piece neighbour : places(after, piece)) {
      int at =
          switch (neighbour) {
            case Piece.Call call -> {
              Piece.Call there = calls.get(call.name());
              yield there == null ? -1 : there.end();
            }
            case Piece.Line line -> {
              String wanted = line.text(planned);
              yield page.lines().stream()
                  .filter(one -> one.text(wiki).equals(wanted))
                  .mapToInt(Piece.Line::end)
                  .findFirst()
                  .orElse(-1);
            }
            case Piece.Category category -> -1;
          };
      if (at >= 0) {
        String between = planned.substring(neighbour.end(), start);
        rewriting.insert(at, (between.isBlank() ? between : "\n") + text);
        return;
      }
    }
    if (depth == 0) {
      rewriting.insert(beforeCategories(), text + "\n\n");
    } else {
      rewriting.insert(wiki.length(), text);
    }
  }

  /// What stands before a part, nearest first.
  private static List<Piece> places(PageParts parts, Piece wanted) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : parts.pieces()) {
      if (piece.equals(wanted)) {
        break;
      }
      pieces.addFirst(piece);
    }
    return pieces;
  }

  private int beforeCategories() {
    return page.categories().values().stream()
        .mapToInt(Piece.Category::start)
        .min()
        .orElse(wiki.stripTrailing().length());
  }

  static boolean same(String one, String other) {
    return one.equals(other) || blanks(one).equals(blanks(other));
  }

  private static String blanks(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
