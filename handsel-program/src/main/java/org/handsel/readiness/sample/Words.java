package org.handsel.readiness.sample;

import java.util.List;
import java.util.SplittableRandom;

/// Made-up words. Names are injective: two numbers never give one name, for all parts have a fixed
/// length.
final class Words {
  private static final String ONSETS = "BDFGHJKLMNPRSTVWZ";
  private static final String VOWELS = "aeiou";
  private static final String CODAS = "lmnrst";
  private static final List<String> ENDINGS =
      List.of(
          "berg", "bach", "feld", "mann", "haus", "born", "beck", "dorf", "wald", "rode", "furt",
          "hage", "itze", "ling", "zell", "kamp");
  private static final List<String> GIVEN_MEN =
      List.of(
          "Adam",
          "Albert",
          "Anton",
          "Arnold",
          "August",
          "Bernhard",
          "Bruno",
          "Carl",
          "Christian",
          "Conrad",
          "Daniel",
          "David",
          "Eduard",
          "Emil",
          "Ernst",
          "Felix",
          "Ferdinand",
          "Franz",
          "Friedrich",
          "Georg",
          "Gustav",
          "Hans",
          "Heinrich",
          "Hermann",
          "Hugo",
          "Jakob",
          "Johann",
          "Josef",
          "Julius",
          "Karl",
          "Kaspar",
          "Konrad",
          "Leo",
          "Leopold",
          "Lorenz",
          "Ludwig",
          "Martin",
          "Max",
          "Moritz",
          "Oskar",
          "Otto",
          "Paul",
          "Peter",
          "Philipp",
          "Richard",
          "Robert",
          "Rudolf",
          "Samuel",
          "Sebastian",
          "Theodor",
          "Thomas",
          "Ulrich",
          "Viktor",
          "Walter",
          "Wilhelm",
          "Wolfgang");
  private static final List<String> GIVEN_WOMEN =
      List.of(
          "Adele",
          "Agnes",
          "Alma",
          "Amalie",
          "Anna",
          "Barbara",
          "Bertha",
          "Brigitte",
          "Charlotte",
          "Clara",
          "Dorothea",
          "Elisabeth",
          "Ella",
          "Else",
          "Emilie",
          "Emma",
          "Erika",
          "Eva",
          "Franziska",
          "Frieda",
          "Gerda",
          "Gertrud",
          "Grete",
          "Hanna",
          "Hedwig",
          "Helene",
          "Henriette",
          "Ida",
          "Ilse",
          "Irene",
          "Johanna",
          "Julia",
          "Karoline",
          "Katharina",
          "Klara",
          "Lena",
          "Lina",
          "Lotte",
          "Louise",
          "Luise",
          "Magdalena",
          "Margarete",
          "Maria",
          "Marta",
          "Mathilde",
          "Nora",
          "Olga",
          "Paula",
          "Pauline",
          "Rosa",
          "Sofie",
          "Susanna",
          "Therese",
          "Ursula",
          "Veronika",
          "Wilhelmine");

  static final int GIVEN = 56;

  private final String[] vocabulary = new String[16_384];

  /// @param seed of the running text's vocabulary
  Words(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < vocabulary.length; i++) {
      vocabulary[i] = word(random, i);
    }
  }

  private static String word(SplittableRandom random, int rank) {
    StringBuilder word = new StringBuilder();
    // Frequent words are short, as in any language.
    int syllables = 1 + (rank > 60 ? 1 : 0) + (rank > 2_000 ? random.nextInt(2) : 0);
    for (int i = 0; i < syllables; i++) {
      word.append(Character.toLowerCase(ONSETS.charAt(random.nextInt(ONSETS.length()))))
          .append(VOWELS.charAt(random.nextInt(VOWELS.length())))
          .append(CODAS.charAt(random.nextInt(CODAS.length())));
    }
    if (rank % 3 == 0) {
      word.append("en");
    }
    if (rank % 17 == 0) {
      word.append("ü");
    }
    return rank % 4 == 0
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word.toString();
  }

  /// A word, often a frequent one.
  String any(SplittableRandom random) {
    double skew = random.nextDouble();
    return vocabulary[(int) (skew * skew * skew * vocabulary.length)];
  }

  /// A name of a place or subject, another one for each number.
  static String proper(int number) {
    int rest = number;
    StringBuilder name = new StringBuilder();
    // Neighbouring numbers should not look alike: the first letters change fastest.
    name.append(ONSETS.charAt(rest % ONSETS.length()));
    rest /= ONSETS.length();
    name.append(VOWELS.charAt(rest % VOWELS.length()));
    rest /= VOWELS.length();
    name.append(CODAS.charAt(rest % CODAS.length()));
    rest /= CODAS.length();
    String ending = ENDINGS.get(rest % ENDINGS.size());
    rest /= ENDINGS.size();
    while (rest > 0) {
      rest--;
      name.append(Character.toLowerCase(ONSETS.charAt(rest % ONSETS.length())));
      rest /= ONSETS.length();
      name.append(VOWELS.charAt(rest % VOWELS.length()));
      rest /= VOWELS.length();
    }
    return name.append(ending).toString();
  }

  static String given(boolean man, int number) {
    return (man ? GIVEN_MEN : GIVEN_WOMEN).get(number % GIVEN);
  }
}
