package org.handsel.release.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.Value;
import org.handsel.text.Names;
import org.handsel.wiki.text.Wikitext;
import org.jspecify.annotations.Nullable;

/// How the values of a field stand on a page. Whatever comes from a partner is escaped; the markup
/// around it is written here. Safe for threads.
final class ValueForms {
  static final String JOINT = "; ";

  private static final Map<String, String> FIELD_FORMS =
      Map.of(
          "creator", "person",
          "photographer", "person",
          "author", "person",
          "date", "date",
          "dimensions", "size",
          "institution", "institution",
          "title", "described",
          "description", "described",
          "place", "linked",
          "depicted", "linked");
  private static final Pattern MEASURES =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)(?: × (\\d+(?:\\.\\d+)?))?(?: × (\\d+(?:\\.\\d+)?))? (mm|cm|m|in)");
  private static final Pattern PAGE_NAME = Pattern.compile("[^\\[\\]{}|<>#\\p{Cntrl}&]+");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\x21-\\x7E\\x{A1}-\\x{10FFFF}]+");
  private static final Pattern QID = Pattern.compile("Q[1-9]\\d{0,11}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern REFERENCE = Pattern.compile("&[#\\w]+;");
  private static final Pattern NOT_IN_ADDRESS = Pattern.compile("[\\[\\]{}|<>\"'^`\\\\]");

  private final Attributions attributions;
  private final Languages languages;
  private final Names names;

  ValueForms(Attributions attributions, Languages languages, Names names) {
    this.attributions = attributions;
    this.languages = languages;
    this.names = names;
  }

  /// All values of a field, in the form of the field or else of the parameter.
  String show(String field, List<Value> values, String parameterForm) {
    String form = FIELD_FORMS.getOrDefault(field, parameterForm);
    return switch (form) {
      case "described" -> described(values);
      case "person" -> joined(values.stream().map(value -> person(field, value)));
      case "date" -> joined(values.stream().map(this::date));
      case "size" -> joined(values.stream().map(value -> size(value.value())));
      case "institution" -> joined(values.stream().map(ValueForms::institution));
      case "linked" -> joined(values.stream().map(ValueForms::linked));
      case "language" -> joined(values.stream().map(value -> language(value.value())));
      case "url" -> joined(values.stream().map(value -> address(value.value())));
      default -> joined(values.stream().map(value -> Wikitext.escapeParameter(value.value())));
    };
  }

  /// Values inside other markup: their words only.
  static String words(List<Value> values, @Nullable String part) {
    return joined(
        values.stream()
            .map(value ->
                part == null && value.text() != null ? value.text() : ItemValues.part(value, part))
            .filter(Objects::nonNull)
            .map(Wikitext::escapeParameter));
  }

  /// Whether a person may be called the creator.
  boolean isCreator(Value value) {
    Attributions.Attribution attribution = attributions.of(value.qualifier());
    return attribution == null || attribution.creator();
  }

  boolean unknownPerson(Value value) {
    return names.unknown(value.value());
  }

  static boolean pageName(@Nullable String name) {
    return name != null && !name.isBlank() && PAGE_NAME.matcher(name).matches();
  }

  private String described(List<Value> values) {
    Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    for (Value value : values) {
      byLanguage
          .computeIfAbsent(languages.code(value.language()).orElse(""), key -> new ArrayList<>())
          .add(Wikitext.escapeParameter(value.value()));
    }
    return byLanguage.entrySet().stream()
        .map(entry -> {
          String text = String.join(JOINT, entry.getValue());
          return entry.getKey().isEmpty() ? text : "{{" + entry.getKey() + "|1=" + text + "}}";
        })
        .collect(Collectors.joining("\n"));
  }

  private String person(String field, Value value) {
    if (unknownPerson(value)) {
      return "{{unknown|" + (field.equals("photographer") ? "photographer" : "author") + "}}";
    }
    Attributions.Attribution attribution = attributions.of(value.qualifier());
    if (attribution == null) {
      return plainPerson(value);
    }
    if (!attribution.creator()) {
      return "";
    }
    if (attribution.template() != null) {
      return "{{" + attribution.template() + "|" + linked(value) + "}}";
    }
    return around(attribution.words(), linked(value));
  }

  private static String around(String words, String person) {
    int at = words.indexOf("%s");
    return at < 0
        ? Wikitext.escapeParameter(words)
        : words.substring(0, at).isEmpty()
            ? person + " " + Wikitext.escapeParameter(words.substring(at + 2))
            : Wikitext.escapeParameter(words.substring(0, at)) + " " + person;
  }

  /// Creator page, else the creator box of the Wikidata item, else a link to the category, else the
  /// name.
  private static String plainPerson(Value value) {
    String creator = ItemValues.part(value, "creator");
    if (pageName(creator)) {
      return "{{Creator:" + creator + "}}";
    }
    return item(value)
        .map(qid -> "{{Creator|Wikidata=" + qid + "}}")
        .orElseGet(() -> linked(value));
  }

  /// The name, as a link to its category, else to its Wikidata item; a creator box does not fit
  /// into a sentence.
  private static String linked(Value value) {
    String name = Wikitext.escapeParameter(value.value());
    return categories(value)
        .findFirst()
        .map(category -> "[[:Category:" + category + "|" + name + "]]")
        .or(() -> item(value).map(qid -> "[[:d:" + qid + "|" + name + "]]"))
        .orElse(name);
  }

  private static Optional<String> item(Value value) {
    return Optional.ofNullable(ItemValues.part(value, "qid"))
        .map(String::strip)
        .filter(qid -> QID.matcher(qid).matches());
  }

  /// A language's code as every reader sees it in their own language; words stay.
  private static String language(String text) {
    return LANGUAGE.matcher(text).matches()
        ? "{{language|" + text + "}}"
        : Wikitext.escapeParameter(text);
  }

  private static Stream<String> categories(Value value) {
    String categories = ItemValues.part(value, "category");
    return categories == null
        ? Stream.empty()
        : Stream.of(categories.split("\\|")).map(String::strip).filter(ValueForms::pageName);
  }

  private String date(Value value) {
    Optional<String> formal = DateForm.wikitext(value.value());
    if (formal.isPresent()) {
      return formal.get();
    }
    String text = Wikitext.escapeParameter(value.text() == null ? value.value() : value.text());
    return languages
        .code(value.language())
        .map(code -> "{{" + code + "|1=" + text + "}}")
        .orElse(text);
  }

  private static String size(String measures) {
    Matcher matcher = MEASURES.matcher(measures);
    if (!matcher.matches()) {
      return Wikitext.escapeParameter(measures);
    }
    StringBuilder out = new StringBuilder("{{Size|").append(matcher.group(4));
    for (int i = 1; i <= 3; i++) {
      if (matcher.group(i) != null) {
        out.append('|').append(matcher.group(i));
      }
    }
    return out.append("}}").toString();
  }

  private static String institution(Value value) {
    String page = ItemValues.part(value, "creator");
    if (pageName(page)) {
      return "{{Institution:" + page + "}}";
    }
    return item(value)
        .map(qid -> "{{Institution|wikidata=" + qid + "}}")
        .orElseGet(() -> linked(value));
  }

  /// A bare address; what could end it or become markup is percent-encoded.
  private static String address(String text) {
    if (!ADDRESS.matcher(text).matches() || REFERENCE.matcher(text).find()) {
      return Wikitext.escapeParameter(text);
    }
    return NOT_IN_ADDRESS
        .matcher(text)
        .replaceAll(match -> String.format("%%%02X", (int) match.group().charAt(0)))
        .replace("~~~", "%7E%7E%7E")
        .replace("__", "%5F%5F");
  }

  private static String joined(Stream<String> values) {
    return values.filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(JOINT));
  }
}
