package org.handsel.readiness.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// What audits say in one language: their names and why they matter, the sentences of findings, the
/// summaries of edits and the words of reports. From `texts_LANGUAGE.properties`. Used by one
/// thread.
public final class AuditTexts {
  /// Languages that audits speak; the first one stands in for all others.
  public static final List<String> LANGUAGES = List.of("en", "de");

  private final Locale locale;
  private final Map<String, String> texts;
  private final Map<String, MessageFormat> formats = new HashMap<>();

  private AuditTexts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /// The texts of a language; the English ones where audits do not speak it.
  public static AuditTexts in(String language) {
    String spoken = LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
    return new AuditTexts(Locale.forLanguageTag(spoken), all(spoken));
  }

  /// All texts of a language by key, as patterns of `java.text.MessageFormat`; none where audits do
  /// not speak it.
  public static Map<String, String> all(String language) {
    Map<String, String> texts = new TreeMap<>();
    if (!LANGUAGES.contains(language)) {
      return texts;
    }
    String name = "texts_%s.properties".formatted(language);
    try (InputStream in = AuditTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks the texts " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return texts;
  }

  /// The text of a key.
  public String of(String key, Object... arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalStateException("no text " + key + " in " + locale.toLanguageTag());
    }
    return pattern.indexOf('{') < 0
        ? pattern
        : formats
            .computeIfAbsent(key, missing -> new MessageFormat(pattern, locale))
            .format(arguments);
  }

  public String language() {
    return locale.toLanguageTag();
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }
}
