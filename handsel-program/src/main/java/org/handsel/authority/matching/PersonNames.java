package org.handsel.authority.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts names into words whose order does not count: small letters without accents, without titles
/// and particles of nobility. Brackets, "geb.", "verh." and pseudonyms give names of their own.
final class PersonNames {
  private static final Map<Character, String> FOLDED =
      Map.of(
          'ß', "ss", 'ø', "o", 'ł', "l", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ı', "i", 'ð', "d", 'þ',
          "th");

  /// Words that tell nobody apart: titles, nobility, particles, relations to another artist.
  private static final Set<String> DROPPED =
      Set.of(
          "sir",
          "dame",
          "dr",
          "prof",
          "mrs",
          "mr",
          "jr",
          "sr",
          "baron",
          "lord",
          "lady",
          "ii",
          "iii",
          "attributed",
          "to",
          "studio",
          "of",
          "after",
          "the",
          "von",
          "van",
          "de",
          "zu",
          "zur",
          "der",
          "den",
          "freiherr",
          "freifrau",
          "freiin",
          "graf",
          "graefin",
          "grafin",
          "ritter",
          "edler",
          "edle",
          "furst",
          "furstin",
          "frau",
          "fraulein",
          "frl",
          "herr",
          "gen",
          "und",
          "and",
          "du",
          "la",
          "le",
          "di",
          "da",
          "del",
          "della",
          "dit",
          "vom",
          "frh",
          "frhr",
          "freih",
          "gf",
          "gfn",
          "erzhg",
          "erzherzog",
          "hg",
          "herzog",
          "kg",
          "rtr",
          "osb",
          "ocist",
          "op",
          "sj",
          "ofm",
          "ocarm",
          "ing",
          "med",
          "phil",
          "dipl",
          "verw",
          "verh",
          "geb",
          "am",
          "an",
          "auf",
          "aus",
          "in");

  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)\\b(geb|verh|verehel|verw|verwitw|gesch|ps|pseud|eigentl|eig|recte|auch|wirkl|d\\."
              + " ?i|née|nee|genannt|gen|bzw)\\.? ?(?:name|nachname)?:? +([^;,()]+)");
  private static final int MOST_WORDS = 12;

  private PersonNames() {}

  /// All names of a person, each as its words.
  static List<String[]> of(String name, List<String> variants) {
    Set<String> written = new LinkedHashSet<>();
    add(name, written);
    variants.forEach(variant -> add(variant, written));
    List<String[]> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String one : written) {
      String[] words = words(one);
      String[] sorted = words.clone();
      Arrays.sort(sorted);
      if (words.length > 0 && words.length <= MOST_WORDS && seen.add(String.join(" ", sorted))) {
        names.add(words);
      }
    }
    return names;
  }

  private static void add(String name, Set<String> written) {
    String plain = BRACKETS.matcher(name).replaceAll(" ");
    String surname = plain.contains(",") ? plain.substring(0, plain.indexOf(',')) : "";
    String given = plain.contains(",") ? plain.substring(plain.indexOf(',') + 1) : "";
    Matcher marked = MARKED.matcher(name);
    String clean = MARKED.matcher(plain).replaceAll(" ").strip();
    written.add(clean.isEmpty() ? plain : clean);
    int slash = clean.indexOf(" / ");
    if (slash > 0) {
      written.add(clean.substring(0, slash));
    }
    while (marked.find()) {
      String other = marked.group(2).strip();
      written.add(other.contains(" ") ? other : other + " " + given);
    }
    Matcher brackets = BRACKETS.matcher(name);
    while (brackets.find()) {
      String inner =
          brackets.group(1).replaceAll("(?i)^(auch|geb\\.|eigentl\\.|pseud\\.|ps\\.) *", "");
      if (words(inner).length > 1) {
        written.add(inner);
      } else if (!inner.isBlank() && !surname.isEmpty()) {
        written.add(inner + " " + given);
        written.add(surname + " " + inner);
      }
    }
    int hyphen = surname.indexOf('-');
    if (hyphen > 2 && surname.length() - hyphen > 3) {
      written.add(surname.substring(0, hyphen) + ", " + given);
      written.add(surname.substring(hyphen + 1) + ", " + given);
    }
  }

  static String[] words(String name) {
    String text = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '’' || c == '`') {
        continue;
      }
      String folded = FOLDED.get(c);
      plain.append(
          folded != null ? folded : Character.isLetterOrDigit(c) ? String.valueOf(c) : " ");
    }
    String[] all = plain.toString().strip().split("\\s+");
    String[] kept =
        Arrays.stream(all)
            .filter(word -> !word.isEmpty() && !DROPPED.contains(word))
            .toArray(String[]::new);
    return kept.length == 0 && all.length > 0 && !all[0].isEmpty() ? all : kept;
  }

  /// What is left of a word when spelling and transliteration are taken away: consonants that sound
  /// alike, without vowels inside.
  static String skeleton(String word) {
    String text =
        word.replace("tsch", "c")
            .replace("sch", "s")
            .replace("tch", "c")
            .replace("ch", "c")
            .replace("sh", "s")
            .replace("zh", "j")
            .replace("ph", "f")
            .replace("th", "t")
            .replace("gh", "g")
            .replace("ck", "k")
            .replace("ks", "x")
            .replace("w", "v");
    StringBuilder left = new StringBuilder();
    char last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("aeiouyjh".indexOf(c) >= 0) {
        if (i == 0) {
          left.append('A');
          last = 'A';
        }
        continue;
      }
      c = c == 'c' || c == 'q' ? 'k' : c == 'z' ? 's' : c;
      if (c != last) {
        left.append(c);
      }
      last = c;
    }
    return left.toString();
  }
}
