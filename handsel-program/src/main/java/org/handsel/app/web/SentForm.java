package org.handsel.app.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.app.web.text.Words;

/// The form of one request.
final class SentForm implements Form {
  private final Map<String, List<String>> values;
  private final Words words;
  private final Map<String, String> problems = new TreeMap<>();

  SentForm(Map<String, List<String>> values, Words words) {
    this.values = values;
    this.words = words;
  }

  /// All fields but secrets and those of the shell, for a form that is sent again.
  static List<Kept> kept(Map<String, List<String>> values) {
    List<Kept> kept = new ArrayList<>();
    values.forEach((name, all) -> {
      if (!name.equals("csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
        all.forEach(value -> kept.add(new Kept(name, value)));
      }
    });
    return kept;
  }

  @Override
  public List<Kept> kept() {
    return kept(values);
  }

  @Override
  public String value(String field) {
    List<String> all = values.getOrDefault(field, List.of());
    // PostgreSQL has no such character, and no person types it.
    return all.isEmpty() ? "" : all.getFirst().replace("\0", "");
  }

  @Override
  public String text(String field, int most) {
    String text = value(field).strip();
    if (text.length() > most) {
      problem(field, "shell.form.long", most, text.length());
      return text.substring(0, most);
    }
    return text;
  }

  @Override
  public String required(String field, int most) {
    String text = text(field, most);
    if (text.isEmpty()) {
      problem(field, "shell.form.missing");
    }
    return text;
  }

  @Override
  public Optional<Long> number(String field, long least, long most) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    problem(field, "shell.form.number", least, most);
    return Optional.empty();
  }

  @Override
  public Optional<LocalDate> date(String field) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problem(field, "shell.form.date");
      return Optional.empty();
    }
  }

  @Override
  public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(constant);
      }
    }
    problem(field, "shell.form.choice");
    return Optional.empty();
  }

  @Override
  public boolean ticked(String field) {
    return !value(field).isEmpty();
  }

  @Override
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of()).stream()
        .map(value -> value.replace("\0", ""))
        .toList();
  }

  @Override
  public void problem(String field, String key, Object... arguments) {
    problems.putIfAbsent(field, words.of(key, arguments));
  }

  @Override
  public boolean good() {
    return problems.isEmpty();
  }

  @Override
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }
}
