package org.handsel.app.web.prospects;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.Page;
import org.handsel.partnership.prospects.Factor;
import org.handsel.partnership.prospects.ProspectQuery;
import org.handsel.partnership.prospects.Weights;
import org.jspecify.annotations.Nullable;

/// The shopping list's address: which filters, order and weights a request asked for, and the same
/// with one of them changed. Immutable.
///
/// @param values by name of the query, only those that are set
public record ListAddress(Map<String, String> values, Weights standard) {
  private static final String WEIGHT = "w-";

  public ListAddress {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static ListAddress of(Page page, Weights standard) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "q", "type", "country", "holdings", "stage", "claim", "order", "box", "view"
        }) {
      String value = page.query(name);
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    for (Factor factor : Factor.values()) {
      String name = WEIGHT + factor.code();
      weight(page.query(name))
          .filter(weight -> weight != standard.of(factor))
          .ifPresent(weight -> values.put(name, plain(weight)));
    }
    return new ListAddress(values, standard);
  }

  static Optional<Double> weight(String text) {
    try {
      double weight = Double.parseDouble(text);
      return weight >= 0 && weight <= Weights.MOST ? Optional.of(weight) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static String plain(double weight) {
    return String.format(Locale.ROOT, "%.2f", weight).replaceAll("0+$", "").replaceAll("[.]$", "");
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public Weights weights() {
    Weights weights = standard;
    for (Factor factor : Factor.values()) {
      Optional<Double> own = weight(value(WEIGHT + factor.code()));
      if (own.isPresent()) {
        weights = weights.with(factor, own.get());
      }
    }
    return weights;
  }

  public String weight(Factor factor) {
    return plain(weights().of(factor));
  }

  /// Whether the weights differ from those of the workspace.
  public boolean weighted() {
    return values.keySet().stream().anyMatch(name -> name.startsWith(WEIGHT));
  }

  public boolean filtered() {
    return values.keySet().stream()
        .anyMatch(
            name -> !name.startsWith(WEIGHT) && !name.equals("order") && !name.equals("view"));
  }

  ProspectQuery query() {
    return new ProspectQuery(
        value("q"),
        set("type"),
        // A hyphen asks for those of which no country is known.
        value("country").equals("-") ? "" : set("country"),
        set("holdings"),
        set("stage"),
        set("claim"),
        box().orElse(null),
        switch (value("order")) {
          case "least" -> ProspectQuery.Order.LEAST;
          case "most" -> ProspectQuery.Order.MOST;
          default -> ProspectQuery.Order.LIKELY;
        },
        weights());
  }

  private @Nullable String set(String name) {
    return values.get(name);
  }

  /// A part of the map: south, west, north and east in degrees.
  Optional<ProspectQuery.Box> box() {
    String[] sides = value("box").split(",", -1);
    if (sides.length != 4) {
      return Optional.empty();
    }
    try {
      double[] numbers = new double[4];
      for (int i = 0; i < 4; i++) {
        numbers[i] = Double.parseDouble(sides[i]);
      }
      return Optional.of(new ProspectQuery.Box(numbers[0], numbers[1], numbers[2], numbers[3]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static String text(ProspectQuery.Box box) {
    return String.format(
        Locale.ROOT, "%.2f,%.2f,%.2f,%.2f", box.south(), box.west(), box.north(), box.east());
  }

  /// The address with one value changed, from the first page on; an empty value takes it away.
  public String with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return address("/prospects", changed);
  }

  /// The list without filters, under the same weights.
  public String bare() {
    Map<String, String> kept = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (name.startsWith(WEIGHT) || name.equals("view")) {
        kept.put(name, value);
      }
    });
    return address("/prospects", kept);
  }

  public String csv() {
    return address("/prospects/list.csv", values);
  }

  /// Address of pages of the list, up to the page's number.
  public String pages() {
    String address = address("/prospects", values);
    return address + (address.contains("?") ? "&" : "?");
  }

  private static String address(String path, Map<String, String> values) {
    StringBuilder address = new StringBuilder(path);
    values.forEach((name, value) ->
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }
}
