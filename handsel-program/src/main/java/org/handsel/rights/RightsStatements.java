package org.handsel.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.handsel.rights.RightsAddresses.Found;
import org.handsel.rights.RightsPhrases.Word;
import org.jspecify.annotations.Nullable;

/// Reads delivered rights texts: URIs in any spelling, codes and phrases in several languages.
///
/// Several statements in one text are judged by the strictest; a free licence counts only when
/// nothing around it takes it back. What is not known is [Verdict#UNKNOWN]. Statements, licences
/// and phrases are data (`rights/*.tsv`). Immutable to its callers and safe for use by many
/// threads; it remembers answers, a bounded number of them.
public final class RightsStatements {
  private static final int REMEMBERED = 4096;
  private static final int LONGEST_REMEMBERED = 400;

  /// Longer prose is cut: what is said behind this is not read.
  private static final int LONGEST = 20_000;

  /// Claims that say less than any licence beside them.
  private static final Set<String> WEAK =
      Set.of(
          "claim:copyright-notice",
          "claim:some-rights",
          "claim:attribution",
          "claim:creative-commons",
          "claim:free");

  private final StatementTables tables;
  private final RightsAddresses addresses;
  private final RightsPhrases phrases;
  private final Map<String, RightsStatement> remembered = new ConcurrentHashMap<>();

  private RightsStatements(StatementTables tables) {
    this.tables = tables;
    this.addresses = new RightsAddresses(tables);
    this.phrases = new RightsPhrases(tables);
  }

  /// Loads the tables that come with the program.
  public static RightsStatements load() {
    return new RightsStatements(StatementTables.load());
  }

  /// Judges one delivered text.
  public RightsStatement judge(String raw) {
    RightsStatement known = remembered.get(raw);
    if (known != null) {
      return known;
    }
    RightsStatement judged = read(raw).of(raw);
    if (raw.length() <= LONGEST_REMEMBERED && remembered.size() < REMEMBERED) {
      remembered.put(raw, judged);
    }
    return judged;
  }

  private Statement read(String raw) {
    String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    if (text.isBlank()) {
      return tables.claim("not-said");
    }
    List<Statement> found = new ArrayList<>();
    boolean bareAddress = false;
    StringBuilder rest = new StringBuilder(text);
    for (Found address : addresses.in(text)) {
      if (address.statement() == null) {
        bareAddress = true;
      } else {
        found.add(address.statement());
      }
      for (int i = address.start(); i < Math.min(address.end(), rest.length()); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    List<Word> plain = RightsPhrases.split(rest.toString());
    String whole = phrases.exact(plain);
    List<Word> words = phrases.phrases(plain);
    boolean[] used = new boolean[words.size()];
    if (whole != null) {
      add(found, tables.find(whole));
    } else {
      LicenceNames.Names names = LicenceNames.in(tables, words);
      found.addAll(names.licences());
      used = names.used();
      claims(words, used, found);
    }
    if (found.isEmpty()) {
      return tables.claim(bareAddress ? "placeholder" : "not-recognised");
    }
    return judged(found, words, used);
  }

  private static void add(List<Statement> found, @Nullable Statement statement) {
    if (statement != null) {
      found.add(statement);
    }
  }

  private void claims(List<Word> words, boolean[] used, List<Statement> found) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (used[i]) {
        continue;
      }
      if (word.is("noncommercial")) {
        found.add(tables.claim("non-commercial"));
      } else if (word.is("noderivatives")) {
        found.add(tables.claim("no-derivatives"));
      } else if (word.statement() != null) {
        add(found, tables.find(word.statement()));
      }
    }
  }

  private Statement judged(List<Statement> found, List<Word> words, boolean[] used) {
    List<Statement> counting = withoutWeaker(found);
    Statement strictest = counting.getFirst();
    for (Statement statement : counting) {
      if (severity(statement) > severity(strictest)) {
        strictest = statement;
      }
    }
    if (strictest.verdict() == Verdict.YES || strictest.verdict() == Verdict.CONDITIONAL) {
      String claim = objection(counting, words, used);
      if (claim != null) {
        return strictest.heldBy(tables.claim(claim));
      }
    }
    return strictest;
  }

  /// What keeps a free statement back; null when nothing does.
  private static @Nullable String objection(
      List<Statement> counting, List<Word> words, boolean[] used) {
    boolean yes = counting.getFirst().verdict() == Verdict.YES;
    if (yes && counting.stream().map(Statement::key).distinct().count() > 1) {
      return "several";
    }
    for (int i = 0; i < words.size(); i++) {
      if (!used[i] && words.get(i).is("negation")) {
        return "restricted";
      }
      if (yes && words.get(i).is("metadata")) {
        return "metadata";
      }
    }
    return null;
  }

  /// Drops what only repeats a licence less exactly: its name without the version, the copyright
  /// notice beside it, the words "public domain" beside CC0.
  private static List<Statement> withoutWeaker(List<Statement> found) {
    boolean known = found.stream().anyMatch(s -> s.verdict() != Verdict.UNKNOWN);
    boolean uri = found.stream().anyMatch(s -> s.uri() != null);
    boolean licence = found.stream().anyMatch(s -> s.key().startsWith(StatementTables.LICENCES));
    List<Statement> counting = new ArrayList<>();
    for (Statement statement : found) {
      boolean unsaid = known && statement.verdict() == Verdict.UNKNOWN;
      boolean weak = (uri || licence) && WEAK.contains(statement.key());
      boolean versionless =
          statement.uri() == null
              && found.stream()
                  .anyMatch(s -> s.uri() != null && s.key().startsWith(statement.key() + "/"));
      boolean inWords =
          statement.key().equals("claim:public-domain")
              && found.stream()
                  .anyMatch(s -> s.uri() != null && !s.key().startsWith(StatementTables.LICENCES));
      if (!unsaid && !weak && !versionless && !inWords) {
        counting.add(statement);
      }
    }
    return counting.isEmpty() ? found : counting;
  }

  private static int severity(Statement statement) {
    return switch (statement.verdict()) {
      case YES -> 0;
      case CONDITIONAL -> 1;
      case HOLD -> 2;
      case UNKNOWN -> 3;
      case NO -> 4;
    };
  }
}
