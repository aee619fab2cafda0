package org.handsel.release.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.platform.Tsv;
import org.handsel.release.page.Edtf.Point;
import org.handsel.rights.RightsStatement;
import org.jspecify.annotations.Nullable;

/// Plans the structured data of a file: what Commons' own tools set for every file, and what the
/// profile adds. A statement of the profile replaces the usual one of the same property.
///
/// Properties and values: shared reference `upload.md` section 8 and `rights.md` section 4. Safe
/// for threads.
final class Statements {
  private static final Pattern QID = Pattern.compile("Q[1-9]\\d{0,11}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String ON_THE_INTERNET = "Q74228490";
  private static final String CIRCA = "Q5727902";
  private static final Set<String> FLAT = Set.of("painting", "print", "text", "photograph");

  /// What a catalogue says; rights and source are the release's own statements.
  private static final List<String> REFERENCED =
      List.of("P170", "P180", "P195", "P217", "P571", "P1071", "P6243");

  private static final int LONGEST_CAPTION = 250;
  private static final int LONGEST_STRING = 1500;

  private final Map<String, String> types =
      Tsv.resource(Statements.class, "properties.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));
  private final Attributions attributions;
  private final Languages languages;
  private final ValueForms forms;

  Statements(Attributions attributions, Languages languages, ValueForms forms) {
    this.attributions = attributions;
    this.languages = languages;
    this.forms = forms;
  }

  /// @param creators values of who made what the file shows
  /// @param released statements of the layers under which the file goes
  /// @param own patterns of the profile by property (a statement of the profile replaces the usual
  ///   one)
  Map<String, Object> of(
      ItemValues item,
      PageTemplate template,
      List<Value> creators,
      List<RightsStatement> released,
      Map<String, TextPattern> own,
      List<PageFinding> findings) {
    Map<String, List<Object>> claims = new LinkedHashMap<>();
    depicts(item, claims);
    work(item, claims);
    creators.forEach(creator -> creator(creator, claims));
    item.item().first("date").flatMap(Statements::inception).ifPresent(date -> add(claims, date));
    if (template.parameters().stream().anyMatch(each -> each.called("place of creation"))) {
      item.item()
          .first("place")
          .flatMap(Statements::qid)
          .ifPresent(qid -> add(claims, plain(Claims.item("P1071", qid))));
    }
    Optional<String> institution = item.item().first("institution").flatMap(Statements::qid);
    source(item, institution, claims);
    rights(released, claims);
    institution.ifPresent(qid -> add(claims, plain(Claims.item("P195", qid))));
    item.item()
        .first("accession")
        .ifPresent(number -> accession(number.value(), institution, claims));
    own.forEach((property, pattern) -> own(property, pattern, item, institution, claims, findings));
    references(item, claims);
    Map<String, Object> labels = captions(item);
    lint(labels, claims, !released.isEmpty(), findings);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("labels", labels);
    data.put("claims", claims.values().stream().flatMap(List::stream).toList());
    return data;
  }

  /// What a file of a release must not lack.
  private static void lint(
      Map<String, Object> labels,
      Map<String, List<Object>> claims,
      boolean released,
      List<PageFinding> findings) {
    if (labels.isEmpty()) {
      findings.add(
          new PageFinding(
              "NO_CAPTION",
              "no caption can be written: expected a title or description whose language is known."
                  + " Give the field a \"language\", or the profile a constant language under"
                  + " \"fixed\"."));
    }
    if (!claims.containsKey("P217")) {
      findings.add(
          new PageFinding(
              "NO_INVENTORY_NUMBER",
              "the structured data name no inventory number (P217): map a field to accession, or"
                  + " ask the institution."));
    }
    if (released
        && !claims.containsKey("P6216")
        && !claims.containsKey("P275")
        && !claims.containsKey("P6426")) {
      findings.add(
          new PageFinding(
              "NO_RIGHTS_STATEMENT",
              "the structured data say nothing of copyright (P6216, P275): no item is known for the"
                  + " statement under which the file goes."));
    }
  }

  /// The Wikidata item of the work itself: a picture of a flat work represents it, of anything else
  /// it shows it.
  private static void work(ItemValues item, Map<String, List<Object>> claims) {
    Optional<String> work =
        item.item()
            .first("wikidata")
            .map(Value::value)
            .or(() -> item.item().first("wikidata").flatMap(Statements::qid))
            .map(String::strip)
            .filter(qid -> QID.matcher(qid).matches());
    String kind = item.item().facts().kind();
    work.ifPresent(qid -> {
      add(claims, plain(Claims.item(kind != null && FLAT.contains(kind) ? "P6243" : "P180", qid)));
      add(claims, plain(Claims.item("P921", qid)));
    });
  }

  /// Says of what the catalogue states that it stands there.
  private static void references(ItemValues item, Map<String, List<Object>> claims) {
    Optional<String> address = address(item);
    if (address.isEmpty()) {
      return;
    }
    List<Map<String, Object>> snaks = new ArrayList<>();
    snaks.add(Claims.text("P854", address.orElseThrow()));
    retrieved(item).ifPresent(snaks::add);
    for (String property : REFERENCED) {
      claims.computeIfPresent(
          property,
          (key, statements) ->
              statements.stream()
                  .<Object>map(each -> Claims.referenced((Map<?, ?>) each, snaks))
                  .toList());
    }
  }

  private static Optional<String> address(ItemValues item) {
    return item.item().values("source").stream()
        .map(Value::value)
        .filter(text -> ADDRESS.matcher(text).matches())
        .findFirst();
  }

  /// The constant `retrieved` of a profile says when the catalogue was read.
  private static Optional<Map<String, Object>> retrieved(ItemValues item) {
    return Optional.ofNullable(item.fixed("retrieved"))
        .flatMap(Edtf::parse)
        .filter(Point.class::isInstance)
        .map(Point.class::cast)
        .filter(point -> point.plain() && point.day() > 0)
        .map(point -> Claims.time("P813", point));
  }

  private Map<String, Object> captions(ItemValues item) {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (String field : List.of("description", "title")) {
      for (Value value : item.item().values(field)) {
        languages
            .code(value.language() == null ? item.fixed("language") : value.language())
            .ifPresent(code -> {
              Map<String, String> label = new LinkedHashMap<>();
              label.put("language", code);
              label.put("value", caption(value.value()));
              labels.putIfAbsent(code, label);
            });
      }
    }
    return labels;
  }

  /// One line of at most 250 characters, cut after a word.
  static String caption(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST_CAPTION) {
      return line;
    }
    String kept = line.substring(0, line.offsetByCodePoints(0, LONGEST_CAPTION - 1));
    int word = kept.lastIndexOf(' ');
    return kept.substring(0, word > kept.length() / 2 ? word : kept.length()).stripTrailing() + "…";
  }

  private static void depicts(ItemValues item, Map<String, List<Object>> claims) {
    item.item().values("depicted").stream()
        .flatMap(value -> qid(value).stream())
        .distinct()
        .forEach(qid -> add(claims, plain(Claims.item("P180", qid))));
  }

  private void creator(Value creator, Map<String, List<Object>> claims) {
    Attributions.Attribution attribution = attributions.of(creator.qualifier());
    if (attribution != null && !attribution.creator()) {
      return;
    }
    Optional<String> qid = qid(creator);
    List<Map<String, Object>> qualifiers = new ArrayList<>();
    boolean unknown = forms.unknownPerson(creator);
    String property = attribution == null ? null : attribution.property();
    if (property != null) {
      // The hand of a workshop, or of someone after a master, is unknown; the master is named.
      qid.ifPresent(id -> qualifiers.add(Claims.item(property, id)));
      add(claims, Claims.statement(Claims.some("P170"), qualifiers));
      return;
    }
    if (qid.isEmpty() && !unknown) {
      qualifiers.add(Claims.text("P2093", oneLine(creator.value())));
    }
    if (attribution != null && attribution.nature() != null) {
      qualifiers.add(Claims.item("P5102", attribution.nature()));
    }
    add(
        claims,
        Claims.statement(
            qid.map(id -> Claims.item("P170", id)).orElseGet(() -> Claims.some("P170")),
            qualifiers));
  }

  private static Optional<Map<String, Object>> inception(Value date) {
    return Edtf.parse(date.value())
        .flatMap(edtf ->
            switch (edtf) {
              case Point point ->
                  Optional.of(
                      Claims.statement(Claims.time("P571", undoubted(point)), doubts(point)));
              case Edtf.Span span -> Optional.of(between(span.from(), span.to()));
              case Edtf.Choice choice ->
                  Optional.of(between(choice.points().getFirst(), choice.points().getLast()));
              // Made in several years: no single inception says that.
              case Edtf.All all -> Optional.empty();
            });
  }

  private static Map<String, Object> between(@Nullable Point from, @Nullable Point to) {
    List<Map<String, Object>> bounds = new ArrayList<>();
    if (from != null) {
      bounds.add(Claims.time("P1319", first(from)));
    }
    if (to != null) {
      bounds.add(Claims.time("P1326", last(to)));
    }
    if (from != null && from.approximate() || to != null && to.approximate()) {
      bounds.add(Claims.item("P1480", CIRCA));
    }
    return Claims.statement(Claims.some("P571"), bounds);
  }

  private static Point first(Point point) {
    return point.openDigits() == 0
        ? undoubted(point)
        : new Point(point.year(), 0, 0, 0, false, false);
  }

  private static Point last(Point point) {
    return point.openDigits() == 0
        ? undoubted(point)
        : new Point(point.lastYear(), 0, 0, 0, false, false);
  }

  private static Point undoubted(Point point) {
    return new Point(point.year(), point.month(), point.day(), point.openDigits(), false, false);
  }

  private static List<Map<String, Object>> doubts(Point point) {
    return point.approximate() || point.uncertain()
        ? List.of(Claims.item("P1480", point.approximate() ? CIRCA : "Q30230067"))
        : List.of();
  }

  private static void source(
      ItemValues item, Optional<String> operator, Map<String, List<Object>> claims) {
    address(item)
        .ifPresent(address -> {
          List<Map<String, Object>> qualifiers = new ArrayList<>();
          qualifiers.add(Claims.text("P973", address));
          operator.ifPresent(qid -> qualifiers.add(Claims.item("P137", qid)));
          retrieved(item).ifPresent(qualifiers::add);
          add(claims, Claims.statement(Claims.item("P7482", ON_THE_INTERNET), qualifiers));
        });
  }

  private static void rights(List<RightsStatement> released, Map<String, List<Object>> claims) {
    for (RightsStatement statement : released) {
      if (statement.statusItem() != null) {
        add(claims, plain(Claims.item("P6216", statement.statusItem())));
      }
      if (statement.licenceItem() != null) {
        add(claims, plain(Claims.item("P275", statement.licenceItem())));
      }
      if (statement.statementItem() != null) {
        add(claims, plain(Claims.item("P6426", statement.statementItem())));
      }
    }
  }

  private static void accession(
      String number, Optional<String> institution, Map<String, List<Object>> claims) {
    add(
        claims,
        Claims.statement(
            Claims.text("P217", oneLine(number)),
            institution.map(qid -> List.of(Claims.item("P195", qid))).orElse(List.of())));
  }

  private void own(
      String property,
      TextPattern pattern,
      ItemValues item,
      Optional<String> institution,
      Map<String, List<Object>> claims,
      List<PageFinding> findings) {
    String type = types.get(property);
    if (type == null || type.equals("unwanted")) {
      findings.add(
          new PageFinding(
              type == null ? "STATEMENT_PROPERTY" : "STATEMENT_UNWANTED",
              type == null
                  ? "structured-data.%s: the type of this property is not known here: no statement is planned. Add it to properties.tsv."
                      .formatted(property)
                  : "structured-data.%s: bots of Commons set this property themselves: no statement is planned. Take it out of the profile."
                      .formatted(property)));
      return;
    }
    List<PatternText.Each> texts = new PatternText(item, forms).each(pattern);
    if (texts.isEmpty()) {
      return;
    }
    claims.remove(property);
    for (PatternText.Each each : texts) {
      Optional<Map<String, Object>> snak = snak(property, type, each);
      if (snak.isEmpty()) {
        findings.add(
            new PageFinding(
                "STATEMENT_VALUE",
                "structured-data.%s: expected a value of type %s, found \"%s\". No statement is planned for it."
                    .formatted(property, type, shortened(each.text()))));
        continue;
      }
      boolean number = property.equals("P217") && institution.isPresent();
      add(
          claims,
          Claims.statement(
              snak.get(),
              number ? List.of(Claims.item("P195", institution.orElseThrow())) : List.of()));
    }
  }

  private Optional<Map<String, Object>> snak(String property, String type, PatternText.Each each) {
    String text = oneLine(each.text());
    return switch (type) {
      case "item" ->
          QID.matcher(text).matches() ? Optional.of(Claims.item(property, text)) : Optional.empty();
      case "url" ->
          ADDRESS.matcher(text).matches()
              ? Optional.of(Claims.text(property, text))
              : Optional.empty();
      case "quantity" ->
          NUMBER.matcher(text).matches()
              ? Optional.of(Claims.quantity(property, text))
              : Optional.empty();
      case "monolingual" ->
          languages.code(each.language()).map(code -> Claims.monolingual(property, code, text));
      case "time" ->
          Edtf.parse(text)
              .filter(Point.class::isInstance)
              .map(Point.class::cast)
              .map(point -> Claims.time(property, undoubted(point)));
      default -> text.isEmpty() ? Optional.empty() : Optional.of(Claims.text(property, text));
    };
  }

  private static Optional<String> qid(Value value) {
    return Optional.ofNullable(ItemValues.part(value, "qid"))
        .map(String::strip)
        .filter(qid -> QID.matcher(qid).matches());
  }

  private static Map<String, Object> plain(Map<String, Object> snak) {
    return Claims.statement(snak, List.of());
  }

  private static void add(Map<String, List<Object>> claims, Map<String, Object> statement) {
    Map<?, ?> main = (Map<?, ?>) statement.getOrDefault("mainsnak", Map.of());
    List<Object> same =
        claims.computeIfAbsent(String.valueOf(main.get("property")), key -> new ArrayList<>());
    if (!same.contains(statement)) {
      same.add(statement);
    }
  }

  /// Wikibase takes no line breaks and no blanks at the ends.
  private static String oneLine(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > LONGEST_STRING ? line.substring(0, LONGEST_STRING) : line;
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
