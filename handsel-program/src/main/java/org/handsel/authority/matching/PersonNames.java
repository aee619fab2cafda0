package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts headings into names: what stands in brackets, behind "geb.", "verh.", "Ps.", "eigentl." or
/// a slash is a name of its own, completed from the rest of the heading. Titles, particles of
/// nobility and forms of address are left out. Safe for threads.
final class PersonNames {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[<]([^)\\]>]*)[)\\]>]");
  private static final Pattern IN_WORD =
      Pattern.compile("(?<=\\p{L})\\[(\\p{L}{1,3})\\](?=[\\p{L}-])");
  private static final Pattern BRACKET_MARK =
      Pattern.compile(
          "(?i)^(?:auch|geb(?:\\.|orene?)|ver(?:h|ehel|w)\\.|eig(?:entl)?\\.|pseud\\.|ps\\.|gen\\.|fälschl\\.|recte|née|nee|alias|d\\."
              + " ?i\\.|urspr\\.)[ :]*");
  private static final Pattern MARKED =
      Pattern.compile(
          "(?iU)(?:\\b(?:geb|verh|verehel|verw|verwitw|gesch|ps|pseud|eigentl|eig|fälschl|urspr|wirkl|d\\."
              + " ?i|gen|bzw)\\.|\\b(?:geborene?|recte|auch|née|genannt|alias|Pseudonym))(?:"
              + " ?(?:name|nachname))?:? +([^;,()]+)");

  /// A part of each word of [#MARKED] that needs no point.
  private static final List<String> MARK_WORDS =
      List.of("geboren", "recte", "auch", "née", "genannt", "alias", "pseudonym");

  private static final Pattern PREDICATE =
      Pattern.compile("(?iU)(?<=\\p{L}{3}) +(?:von|zu|de|van|und|und zu) ");

  /// Father and son: "d. Ä.", "der Jüngere".
  private static final Pattern OF_TWO =
      Pattern.compile(
          "(?U)\\b(?:d\\. ?(?:Ä|Ae|Ält|J|Jg|Jüng)\\.|(?:der|die|d\\.) (?:Ält|Jüng)ere\\b|the"
              + " (?:Elder|Younger)\\b)");

  /// Franz Joseph I.
  private static final Pattern REGNAL =
      Pattern.compile("^((?:\\p{Lu}[\\p{L}'’-]+ ){1,3})([IVX]{1,5})\\.?(?=$| *[,;(<\\[])(.*)");

  /// Franz Joseph <Österreich, Kaiser, I.>
  private static final Pattern REGNAL_BEHIND =
      Pattern.compile("^([^<(,]+) [<(]([^>)]+), ?([IVX]{1,5})\\.?[>)]");

  /// De Wain, Mac Donald: what may also be written in one.
  private static final Pattern APART =
      Pattern.compile(
          "(?U)(?<![\\p{L}-])(D[aeiu]l?|L[ae]|Ma?c|V[ao]n|El|Te[nr]|St) (?=\\p{Lu}\\p{Ll})");

  /// Where the name of a ruler's country ends.
  private static final Pattern LAND_END = Pattern.compile("[,;)>\\]]");

  /// Numbers of rulers as they are written into names; numbers are never only alike.
  private static final Map<String, String> ROMAN =
      Map.ofEntries(
          Map.entry("I", "01"),
          Map.entry("II", "02"),
          Map.entry("III", "03"),
          Map.entry("IV", "04"),
          Map.entry("V", "05"),
          Map.entry("VI", "06"),
          Map.entry("VII", "07"),
          Map.entry("VIII", "08"),
          Map.entry("IX", "09"),
          Map.entry("X", "10"),
          Map.entry("XI", "11"),
          Map.entry("XII", "12"),
          Map.entry("XIII", "13"),
          Map.entry("XIV", "14"),
          Map.entry("XV", "15"),
          Map.entry("XVI", "16"),
          Map.entry("XVII", "17"),
          Map.entry("XVIII", "18"));

  /// Longer names are no names.
  private static final int MOST_WORDS = 12;

  private static final int MOST_FORMS = 24;

  private static final int MOST_JOINED = 2;

  private final NameTables tables;

  PersonNames(NameTables tables) {
    this.tables = tables;
  }

  /// A name as written: its words, and how many of the first are the surname.
  record Written(List<String> words, int surnames) {}

  /// All names of a person, the preferred one first, each once.
  List<Written> of(String name, List<String> variants) {
    List<Written> forms = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String alone = withoutRank(name);
    heading(alone, forms, seen);
    String given = given(alone);
    for (String variant : variants) {
      Matcher mark = BRACKET_MARK.matcher(variant);
      if (mark.find()) {
        // A variant that only says another surname is completed by the given name of the heading.
        String rest = variant.substring(mark.end());
        add(rest.strip().contains(" ") ? rest : rest + ", " + given, forms, seen);
      } else {
        heading(withoutRank(variant), forms, seen);
      }
    }
    return forms;
  }

  /// Takes away who of two of one name is meant: it is no name, and rarely told of both.
  private static String withoutRank(String heading) {
    return heading.contains("d.") || heading.contains("ere") || heading.contains(" the ")
        ? OF_TWO.matcher(heading).replaceAll("")
        : heading;
  }

  /// Adds behind the stated names those under which somebody with two surnames may be entered as
  /// well: married women often bear both.
  ///
  /// @param all names of a person, the preferred one first
  /// @param stated how many of the first are stated
  static List<Written> joined(List<Written> all, int stated) {
    List<Written> joined = new ArrayList<>(all.subList(0, stated));
    for (int i = 1; i < all.size() && joined.size() < stated + MOST_JOINED; i++) {
      List<String> first = all.getFirst().words;
      List<String> other = all.get(i).words;
      if (all.getFirst().surnames == 1
          && all.get(i).surnames == 1
          && first.size() > 1
          && other.size() > 1
          && !first.getFirst().equals(other.getFirst())
          && first.get(1).equals(other.get(1))) {
        List<String> both = new ArrayList<>(first);
        both.add(1, other.getFirst());
        joined.add(new Written(both, 2));
      }
    }
    joined.addAll(all.subList(stated, all.size()));
    return joined;
  }

  private void heading(String name, List<Written> forms, Set<String> seen) {
    // Kis[s]: letters that are put into a word are part of it.
    String heading = name.indexOf('[') < 0 ? name : IN_WORD.matcher(name).replaceAll("$1");
    Set<String> written = new LinkedHashSet<>();
    String main = beforeSemicolon(heading);
    boolean bracketed = bracketed(main);
    String plain = bracketed ? BRACKETS.matcher(main).replaceAll(" ") : main;
    boolean hasMark = mayBeMarked(heading);
    String clean = (hasMark ? MARKED.matcher(plain).replaceAll(" ") : plain).strip();
    written.add(clean.isEmpty() ? plain : clean);
    int comma = plain.indexOf(',');
    String surname = comma < 0 ? "" : plain.substring(0, comma);
    String behind = comma < 0 ? "" : plain.substring(comma + 1);
    String given = hasMark ? MARKED.matcher(behind).replaceAll(" ") : behind;
    Matcher predicate = PREDICATE.matcher(surname);
    if (surname.indexOf(' ') > 0 && predicate.find()) {
      // Nobles are often entered under the first of their names alone.
      written.add(surname.substring(0, predicate.start()) + ", " + given);
    }
    Matcher apart = APART.matcher(clean);
    if (apart.find()) {
      written.add(apart.replaceAll("$1"));
    }
    int slash = clean.indexOf(" / ");
    if (slash > 0) {
      written.add(clean.substring(0, slash));
    }
    Matcher marked = MARKED.matcher(heading);
    while (hasMark && marked.find()) {
      String other = marked.group(1).strip();
      written.add(completed(other, given));
    }
    Matcher brackets = BRACKETS.matcher(main);
    while (bracketed && brackets.find()) {
      String inner = BRACKET_MARK.matcher(brackets.group(1)).replaceFirst("");
      boolean inSurname = comma >= 0 && brackets.start() < main.indexOf(',', 0);
      for (String one : inner.split("[,;]")) {
        if (one.isBlank()) {
          continue;
        }
        if (comma < 0) {
          written.add(one);
        } else if (inSurname) {
          written.add(completed(one.strip(), given));
        } else {
          written.add(surname + ", " + one);
          written.add(surname + ", " + given + " " + one);
        }
      }
    }
    written.forEach(one -> add(one, forms, seen));
    ruler(heading, forms, seen);
    // "Habsburg-Lothringen, Franz Joseph I., Kaiser", but not "Kahn, Louis I."
    Matcher regnal = REGNAL.matcher(behind.strip());
    if (regnal.find() && !regnal.group(3).isBlank() && words(regnal.group(3)).isEmpty()) {
      ruler(regnal.group(1), regnal.group(2), "", forms, seen);
    }
  }

  /// Rulers are told apart by their numbers: their name is what they were called, with the country
  /// where it is told, and the number.
  private void ruler(String heading, List<Written> forms, Set<String> seen) {
    Matcher regnal = REGNAL.matcher(heading);
    if (regnal.find()) {
      ruler(regnal.group(1), regnal.group(2), regnal.group(3), forms, seen);
      return;
    }
    Matcher told = REGNAL_BEHIND.matcher(heading);
    if (bracketed(heading) && told.find()) {
      ruler(told.group(1), told.group(3), told.group(2), forms, seen);
    }
  }

  private void ruler(
      String called, String number, String land, List<Written> forms, Set<String> seen) {
    List<String> words = new ArrayList<>(words(called));
    if (words.isEmpty() || !words.stream().allMatch(tables::given)) {
      return;
    }
    words.addAll(words(LAND_END.split(land.replaceFirst("^[,;(<\\[ ]+", ""), 2)[0]));
    words.add(ROMAN.getOrDefault(number, number.toLowerCase(Locale.ROOT)));
    put(words, 0, forms, seen);
  }

  /// What stands before the first semicolon outside of brackets.
  private static String beforeSemicolon(String heading) {
    int open = 0;
    for (int at = 0; at < heading.length(); at++) {
      char c = heading.charAt(at);
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ';' && at > 0 && (open <= 0 || heading.indexOf(')', at) < 0)) {
        return heading.substring(0, at);
      }
    }
    return heading;
  }

  private static String completed(String other, String given) {
    return other.contains(" ") || given.isBlank() ? other : other + ", " + given;
  }

  private static boolean bracketed(String text) {
    return text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('<') >= 0;
  }

  /// Whether [#MARKED] may be found: it needs one of its words, or a point behind two letters or
  /// behind the i of "d. i.". Looked at first, because most headings are names alone.
  static boolean mayBeMarked(String text) {
    for (int at = text.indexOf('.'); at > 0; at = text.indexOf('.', at + 1)) {
      char last = text.charAt(at - 1);
      if (last == 'i'
          || last == 'I'
          || at > 1 && Character.isLetter(last) && Character.isLetter(text.charAt(at - 2))) {
        return true;
      }
    }
    String small = text.toLowerCase(Locale.ROOT);
    for (String word : MARK_WORDS) {
      if (small.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String given(String name) {
    String plain = name;
    if (bracketed(name)) {
      plain = BRACKETS.matcher(plain).replaceAll(" ");
    }
    if (mayBeMarked(name)) {
      plain = MARKED.matcher(plain).replaceAll(" ");
    }
    int comma = plain.indexOf(',');
    return comma < 0 ? "" : plain.substring(comma + 1);
  }

  private void add(String name, List<Written> forms, Set<String> seen) {
    int comma = name.indexOf(',');
    List<String> words = comma < 0 ? List.of() : kept(name.substring(0, comma), 1);
    int surnames = words.size();
    List<String> all = new ArrayList<>(words);
    all.addAll(comma < 0 ? kept(name, 2) : kept(name.substring(comma + 1), 1));
    put(all, surnames, forms, seen);
    if (surnames > 0 && all.size() > surnames && words(name.substring(comma + 1)).isEmpty()) {
      // "Drohojowska, Gräfin" says no given name.
      put(words, surnames, forms, seen);
    }
  }

  private static void put(List<String> all, int surnames, List<Written> forms, Set<String> seen) {
    if (all.isEmpty() || all.size() > MOST_WORDS || forms.size() >= MOST_FORMS) {
      return;
    }
    if (seen.add(surnames + " " + String.join(" ", all))) {
      forms.add(new Written(List.copyOf(all), surnames == all.size() ? 0 : surnames));
    }
  }

  /// The words of a text that are names; all of them where fewer than so many would be left,
  /// because some people are called Prince.
  private List<String> kept(String text, int least) {
    List<String> words = words(text);
    if (words.size() >= least) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of(Spelling.plain(text).split(" ")));
    all.removeIf(String::isEmpty);
    return all;
  }

  /// The words of a text that are names.
  List<String> words(String text) {
    String plain = Spelling.plain(text);
    if (plain.isEmpty()) {
      return List.of();
    }
    List<String> kept = new ArrayList<>(4);
    for (int from = 0; from < plain.length(); ) {
      int end = plain.indexOf(' ', from);
      end = end < 0 ? plain.length() : end;
      String word = plain.substring(from, end);
      boolean beside = tables.beside(word) && !(word.length() == 1 && initial(text, word));
      if (!beside && !roman(word)) {
        kept.add(word);
      }
      from = end + 1;
    }
    return kept;
  }

  /// Whether a letter stands alone and large: V. is Viktor, v. is von.
  private static boolean initial(String text, String letter) {
    char large = Character.toUpperCase(letter.charAt(0));
    for (int at = text.indexOf(large); at >= 0; at = text.indexOf(large, at + 1)) {
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean roman(String word) {
    return word.equals("ii") || word.equals("iii") || word.equals("iv");
  }
}
