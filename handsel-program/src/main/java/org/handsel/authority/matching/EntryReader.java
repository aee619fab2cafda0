package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.record.PersonRecord;

/// Reads from a record what matching compares. Immutable; safe for threads as far as the words it
/// is given are.
final class EntryReader {
  private static final Pattern GROUP =
      Pattern.compile(
          "group|corporate|family|body|workshop|anonymous|organi[sz]ation|couple|fund|firm");
  private static final Pattern WOMAN = Pattern.compile("\\b(female|weiblich|woman|frau)\\b");
  private static final Pattern MAN = Pattern.compile("\\b(male|männlich|man|mann)\\b");
  private static final Pattern WOMAN_AT_WORK =
      Pattern.compile("(?U)\\p{Lu}\\p{Ll}{3,}(?:erin|istin|ärztin|ologin|orin|eurin)\\b");
  private static final Pattern MAN_AT_WORK =
      Pattern.compile("(?U)\\b\\p{Lu}\\p{Ll}{2,}(?:er|ist|ologe|arzt|eur|or|graph|graf)\\b(?!/)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d{2}|20\\d{2})(?!\\d)");
  private static final Pattern NO_LETTERS = Pattern.compile("[\\s\\p{Z}\\p{P}]+");

  /// How an entry of a lexicon begins.
  private static final Pattern HEADING =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}?[\\p{L}'’-]+){0,2}), ((?:\\p{L}+\\.?"
              + " ){0,3}\\p{Lu}\\p{L}+)");

  /// A word of a heading that goes on in the text, and what stands behind it.
  private static final Pattern NEXT_WORD = Pattern.compile("[.,]? ?-?(\\p{L}[\\p{L}-]*)([.,]? ?)");

  private static final int MOST_GIVEN = 3;
  private static final int MOST_FACTS = 24;

  private final NameTables tables;
  private final PersonNames names;

  EntryReader(NameTables tables) {
    this.tables = tables;
    names = new PersonNames(tables);
  }

  PersonNames names() {
    return names;
  }

  /// @param words gives the word of a lexicon
  Entry read(PersonRecord record, Function<String, Word> words) {
    return read(record, List.of(), words);
  }

  /// @param further names that only the whole file shows
  Entry read(PersonRecord record, List<String> further, Function<String, Word> words) {
    int comma = record.name().indexOf(',');
    List<String> variants = record.variants();
    String whole = whole(record.name(), record.text());
    if (!further.isEmpty() || !whole.isEmpty()) {
      variants = new ArrayList<>(variants);
      variants.addAll(further);
    }
    if (!whole.isEmpty()) {
      variants.add(whole);
    }
    List<PersonNames.Written> stated = names.of(record.name(), variants);
    TextFacts text =
        ofAnother(record.text(), stated)
            ? TextFacts.NONE
            : TextFacts.of(record.text(), comma < 0 ? "" : record.name().substring(comma + 1));
    List<PersonNames.Written> all = stated;
    if (!text.names().isEmpty()) {
      variants = new ArrayList<>(variants);
      variants.addAll(text.names());
      all = names.of(record.name(), variants);
    }
    List<Form> forms = new ArrayList<>();
    for (PersonNames.Written written : PersonNames.joined(all, stated.size())) {
      Word[] own = written.words().stream().map(words).toArray(Word[]::new);
      forms.add(new Form(own, written.surnames()));
    }
    LifeDates.Life life = LifeDates.of(record.birth(), record.death());
    int birth = life.birth() == LifeDates.UNKNOWN ? text.birth() : life.birth();
    int death = life.death() == LifeDates.UNKNOWN ? text.death() : life.death();
    int from = life.activeFrom() == 0 ? text.activeFrom() : life.activeFrom();
    int to = Math.max(life.activeTo(), text.activeTo());
    String work = String.join(", ", record.occupations());
    if (!work.isEmpty()) {
      Matcher year = YEAR.matcher(work);
      while (year.find()) {
        int value = Integer.parseInt(year.group(1));
        from = from == 0 ? value : Math.min(from, value);
        to = Math.max(to, value);
      }
    }
    return new Entry(
        record.id(),
        record.name(),
        List.copyOf(forms),
        all.size() - stated.size(),
        birth,
        death,
        from,
        to,
        kind(record),
        gender(record, work),
        countries(record.countries()),
        places(record.birthPlace(), record.deathPlace()),
        occupations(work),
        -1);
  }

  /// The name with which a text begins where the heading was cut off before the given names:
  /// "Seler, Frau Dr" is "Seler, Frau Dr. Cäcilie" in the text. Empty where nothing was cut off.
  private String whole(String heading, String text) {
    int comma = heading.indexOf(',');
    if (comma < 0 || text.length() <= heading.length() || !text.startsWith(heading)) {
      return "";
    }
    for (String word : names.words(heading.substring(comma + 1))) {
      if (given(word)) {
        return "";
      }
    }
    List<String> given = new ArrayList<>();
    Matcher next = NEXT_WORD.matcher(text).region(heading.length(), text.length());
    while (next.lookingAt() && given.size() < MOST_GIVEN) {
      String word = Spelling.plain(next.group(1));
      if (given(word)) {
        given.add(next.group(1));
      } else if (!given.isEmpty() || !tables.beside(word) && next.start() > heading.length()) {
        break;
      }
      if (!given.isEmpty() && next.group(2).length() > 1) {
        break;
      }
      next.region(next.end(), text.length());
    }
    return given.isEmpty() ? "" : heading.substring(0, comma) + ", " + String.join(" ", given);
  }

  /// As the tables say: what the file says of a word depends on how much of it was read.
  private boolean given(String word) {
    return tables.given(word);
  }

  /// Whether a text is that of another entry, because rows slipped: it begins with a surname and a
  /// given name, and neither is the person's.
  private boolean ofAnother(String text, List<PersonNames.Written> own) {
    Matcher heading = HEADING.matcher(text);
    if (!heading.find()) {
      return false;
    }
    List<String> given = List.of(Spelling.plain(heading.group(2)).split(" "));
    if (given.stream().noneMatch(tables::given)) {
      return false;
    }
    List<String> surname = List.of(Spelling.plain(heading.group(1)).split(" "));
    return own.stream()
        .flatMap(name -> name.words().stream())
        .noneMatch(
            word -> given.contains(word) || surname.stream().anyMatch(one -> alike(word, one)));
  }

  private static boolean alike(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    return Spelling.edits(shorter, shorter.equals(a) ? b : a) <= (shorter.length() < 5 ? 0 : 2);
  }

  private Entry.Kind kind(PersonRecord record) {
    if (!record.kind().isEmpty() && GROUP.matcher(record.kind().toLowerCase(Locale.ROOT)).find()) {
      return Entry.Kind.GROUP;
    }
    for (String word : NO_LETTERS.split(record.name().toLowerCase(Locale.ROOT))) {
      if (tables.household(word)) {
        return Entry.Kind.GROUP;
      }
    }
    for (String word : Spelling.plain(record.name()).split(" ")) {
      if (tables.body(word)) {
        return Entry.Kind.GROUP;
      }
    }
    return Entry.Kind.PERSON;
  }

  private static Entry.Gender gender(PersonRecord record, String work) {
    String kind = (record.details().gender() + " " + record.kind()).toLowerCase(Locale.ROOT);
    if (WOMAN.matcher(kind).find()) {
      return Entry.Gender.FEMALE;
    }
    if (MAN.matcher(kind).find()) {
      return Entry.Gender.MALE;
    }
    if (work.isEmpty()) {
      return Entry.Gender.UNKNOWN;
    }
    boolean woman = WOMAN_AT_WORK.matcher(work).find();
    boolean man = MAN_AT_WORK.matcher(work.replaceAll("Personen[^,;]*(\\([^)]*\\))?", "")).find();
    if (woman == man) {
      return Entry.Gender.UNKNOWN;
    }
    return woman ? Entry.Gender.FEMALE : Entry.Gender.MALE;
  }

  private static int[] countries(List<String> written) {
    Set<Integer> all = new TreeSet<>();
    for (String country : written) {
      String plain = Spelling.plain(country);
      if (plain.length() >= 2) {
        all.add(plain.substring(0, Math.min(4, plain.length())).hashCode());
      }
    }
    return numbers(all);
  }

  private static int[] places(String birth, String death) {
    Set<Integer> all = new TreeSet<>();
    for (String word : Spelling.plain(birth + " " + death).split(" ")) {
      if (word.length() >= 4) {
        all.add(word.hashCode());
      }
    }
    return numbers(all);
  }

  private int[] occupations(String work) {
    if (work.isEmpty()) {
      return new int[0];
    }
    Set<Integer> all = new TreeSet<>();
    for (String word : Spelling.plain(work).split(" ")) {
      String family = tables.occupation(word);
      if (!family.isEmpty()) {
        all.add(family.hashCode());
      }
    }
    return numbers(all);
  }

  private static int[] numbers(Set<Integer> all) {
    return all.stream().limit(MOST_FACTS).mapToInt(Integer::intValue).toArray();
  }
}
