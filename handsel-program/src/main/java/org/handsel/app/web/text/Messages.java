package org.handsel.app.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// The texts of all pages in all languages.
///
/// German and English come with the program, one file for each room and language. A further
/// language is one more file, `languages/<code>.properties` of the workspace, with the keys
/// `language.name` and, if need be, `language.direction = rtl`; what it lacks is said in English.
/// Files are UTF-8. Immutable.
public final class Messages {
  /// What stands in when a language lacks a text.
  private static final String FALLBACK = "en";

  private final Map<String, Words> languages;

  private Messages(Map<String, Words> languages) {
    this.languages = languages;
  }

  /// Loads the texts of rooms, and the languages that a workspace adds.
  ///
  /// @param anchor class in whose package the folder `messages` lies
  /// @param rooms names of the rooms, which begin the names of their files
  /// @param features gives the texts that features of the program bring along, by language
  /// @param more folder with further languages; need not exist
  public static Messages load(
      Class<?> anchor,
      List<String> rooms,
      Function<String, Map<String, String>> features,
      Path more,
      ZoneId zone) {
    Map<String, Words> languages = new LinkedHashMap<>();
    for (List<String> row : Tsv.resource(anchor, "messages/languages.tsv")) {
      Map<String, String> texts = new TreeMap<>(features.apply(row.getFirst()));
      for (String room : rooms) {
        texts.putAll(file(anchor, "messages/%s_%s.properties".formatted(room, row.getFirst())));
      }
      Language language =
          new Language(row.getFirst(), row.get(1), row.get(2).equals("right to left"));
      languages.put(language.code(), new Words(language, zone, Map.copyOf(texts)));
    }
    Words fallback = languages.get(FALLBACK);
    if (fallback == null) {
      throw new IllegalStateException("languages.tsv lacks " + FALLBACK);
    }
    for (Path path : files(more)) {
      Words words = further(path, fallback);
      languages.put(words.language().code(), words);
    }
    return new Messages(languages);
  }

  private static Words further(Path path, Words fallback) {
    String code = String.valueOf(path.getFileName()).replace(".properties", "");
    Map<String, String> texts = new TreeMap<>(fallback.texts());
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      texts.putAll(properties(reader));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(path, DurableFiles.reason(e)), e);
    }
    Language language =
        new Language(
            code,
            texts.getOrDefault("language.name", code),
            texts.getOrDefault("language.direction", "").equals("rtl"));
    return new Words(language, fallback.zone(), Map.copyOf(texts));
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path ->
              path.getFileName().toString().matches("[a-z]{2,3}(-[A-Za-z0-9]+)*[.]properties"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
  }

  private static Map<String, String> file(Class<?> anchor, String name) {
    try (InputStream in = anchor.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks the texts " + name);
      }
      return properties(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Map<String, String> properties(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /// All languages, those of the program first.
  public List<Language> languages() {
    return languages.values().stream().map(Words::language).toList();
  }

  /// The texts of a language, if there is such a one.
  public Optional<Words> in(String code) {
    return Optional.ofNullable(languages.get(code));
  }

  /// The texts for a browser that accepts these languages.
  ///
  /// @param accepted value of `Accept-Language`, may be anything; English if nothing in it fits
  public Words accepting(String accepted) {
    List<Locale.LanguageRange> ranges = new ArrayList<>();
    try {
      ranges.addAll(Locale.LanguageRange.parse(accepted));
    } catch (IllegalArgumentException e) {
      // Not a list of languages: as if it were not there.
    }
    String tag = Locale.lookupTag(ranges, languages.keySet());
    return java.util.Objects.requireNonNull(languages.get(tag == null ? FALLBACK : tag));
  }
}
