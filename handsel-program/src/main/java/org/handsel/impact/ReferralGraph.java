package org.handsel.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.platform.Html;

/// Draws who told whom: institutions in columns by how many steps the word went. SVG without
/// scripts; a circle of referrals is drawn once.
public final class ReferralGraph {
  private static final int COLUMN = 230;
  private static final int ROW = 44;
  private static final int BOX = 180;

  private ReferralGraph() {}

  /// One institution heard of the project from another.
  public record Told(String by, String to, String day) {}

  /// The graph as SVG; an empty text where nobody told anybody.
  public static String svg(List<Told> told) {
    if (told.isEmpty()) {
      return "";
    }
    Map<String, Integer> step = steps(told);
    Map<Integer, List<String>> columns = new TreeMap<>();
    step.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one ->
            columns.computeIfAbsent(one.getValue(), n -> new ArrayList<>()).add(one.getKey()));
    Map<String, int[]> places = new HashMap<>();
    int most = 0;
    for (Map.Entry<Integer, List<String>> column : columns.entrySet()) {
      for (int i = 0; i < column.getValue().size(); i++) {
        places.put(
            column.getValue().get(i), new int[] {10 + column.getKey() * COLUMN, 10 + i * ROW});
      }
      most = Math.max(most, column.getValue().size());
    }
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%d referrals\" font-family=\"Noto Sans, sans-serif\" font-size=\"12\">"
                .formatted(columns.size() * COLUMN, most * ROW + 10, told.size()));
    for (Told one : told) {
      int[] from = places.get(one.by());
      int[] to = places.get(one.to());
      if (from != null && to != null) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<path d=\"M%d %d C%d %d %d %d %d %d\" fill=\"none\" stroke=\"#2f7d4f\""
                    + " stroke-width=\"1.5\"><title>%s → %s, %s</title></path>",
                from[0] + BOX,
                from[1] + 14,
                from[0] + BOX + 30,
                from[1] + 14,
                to[0] - 30,
                to[1] + 14,
                to[0],
                to[1] + 14,
                Html.escaped(one.by()),
                Html.escaped(one.to()),
                Html.escaped(one.day())));
      }
    }
    places.forEach((name, at) ->
        svg.append(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"28\" rx=\"6\" fill=\"#fff\" stroke=\"#dcd9d0\"/><text x=\"%d\" y=\"%d\" fill=\"#1f2328\">%s</text>"
                .formatted(
                    at[0],
                    at[1],
                    BOX,
                    at[0] + 8,
                    at[1] + 18,
                    Html.escaped(name.length() > 26 ? name.substring(0, 25) + "…" : name))));
    return svg.append("</svg>").toString();
  }

  /// How many tellings lead to each institution; those whom nobody told are 0.
  private static Map<String, Integer> steps(List<Told> told) {
    Map<String, List<String>> next = new HashMap<>();
    Set<String> heard = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (Told one : told) {
      next.computeIfAbsent(one.by(), name -> new ArrayList<>()).add(one.to());
      heard.add(one.to());
      all.add(one.by());
      all.add(one.to());
    }
    Map<String, Integer> step = new HashMap<>();
    List<String> open =
        new ArrayList<>(all.stream().filter(one -> !heard.contains(one)).sorted().toList());
    while (step.size() < all.size()) {
      if (open.isEmpty()) {
        // Only circles are left: begin with the first by name.
        open.add(
            all.stream()
                .filter(one -> !step.containsKey(one))
                .min(Comparator.naturalOrder())
                .orElseThrow());
      }
      for (String name : List.copyOf(open)) {
        step.putIfAbsent(name, 0);
      }
      List<String> now = open;
      while (!now.isEmpty()) {
        List<String> later = new ArrayList<>();
        for (String name : now) {
          for (String to : next.getOrDefault(name, List.of())) {
            if (step.putIfAbsent(to, step.getOrDefault(name, 0) + 1) == null) {
              later.add(to);
            }
          }
        }
        now = later;
      }
      open = new ArrayList<>();
    }
    return step;
  }
}
