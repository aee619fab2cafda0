package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.record.PersonRecord;

/// Takes persons and records into rosters over one lexicon. Not safe for threads while taking.
final class People {
  private static final int WORDS_APPENDED = 2;

  /// Rainer Maria, Carl Maria.
  private static final String BORNE_BY_MEN = "maria";

  private final EntryReader reader;
  private final Lexicon lexicon;
  private final Roster roster;
  private final boolean authority;
  private final Map<String, List<Integer>> endings = new HashMap<>();

  /// @param authority whether rarity of words is counted from these
  People(EntryReader reader, Lexicon lexicon, boolean authority) {
    this.reader = reader;
    this.lexicon = lexicon;
    this.authority = authority;
    roster = new Roster(lexicon);
  }

  void add(PersonRecord record) {
    Entry entry = reader.read(record, lexicon::add);
    count(entry);
    if (!authority) {
      ending(entry);
    }
    roster.add(entry);
  }

  private void count(Entry entry) {
    if (authority) {
      lexicon.countRecord();
      Set<Word> seen = new HashSet<>();
      for (Form form : entry.forms()) {
        for (Word word : form.words()) {
          if (seen.add(word)) {
            word.records++;
          }
        }
      }
    }
    if (entry.forms().isEmpty()) {
      return;
    }
    Form first = entry.forms().getFirst();
    for (int i = 0; first.typed() && i < first.words().length; i++) {
      Word word = first.words()[i];
      word.asSurname += first.surname(i) ? 1 : 0;
      word.asGiven += first.surname(i) ? 0 : 1;
    }
    int given = first.surnames();
    if (given < first.words().length && (first.typed() || first.words().length > 1)) {
      first.words()[given].men += entry.gender() == Entry.Gender.MALE ? 1 : 0;
      first.words()[given].women += entry.gender() == Entry.Gender.FEMALE ? 1 : 0;
    }
  }

  private void ending(Entry entry) {
    String end = endOf(entry);
    if (!end.isEmpty()) {
      endings.computeIfAbsent(end, key -> new ArrayList<>(1)).add(roster.size());
    }
  }

  /// The last two words of a name that has more of them; empty where it has not.
  static String endOf(Entry entry) {
    if (entry.forms().isEmpty()) {
      return "";
    }
    Form form = entry.forms().getFirst();
    Word[] words = form.words();
    return form.typed() && words.length - form.surnames() > WORDS_APPENDED
        ? words[words.length - 2].text + " " + words[words.length - 1].text
        : "";
  }

  /// How many names each two words end.
  Map<String, Integer> endings() {
    Map<String, Integer> counts = new HashMap<>();
    endings.forEach((end, places) -> counts.put(end, places.size()));
    return counts;
  }

  /// Whether two words that end so many names are the name of whoever wrote the entries.
  static boolean signs(String end, int names, Lexicon lexicon) {
    Word last = lexicon.find(end.substring(end.indexOf(' ') + 1));
    return names > 1 && last.asSurname > last.asGiven - names;
  }

  /// Ends the taking. Where the same two words end several names, and the last of them is a surname
  /// elsewhere, they are the name of whoever wrote the entries: such persons get a name without
  /// them.
  Roster done() {
    endings.forEach((end, places) -> {
      if (signs(end, places.size(), lexicon)) {
        places.forEach(place -> roster.replace(place, without(roster.get(place))));
      }
    });
    endings.clear();
    for (int place = 0; !authority && place < roster.size(); place++) {
      Entry entry = roster.get(place);
      Entry alone = alone(entry);
      if (alone != entry) {
        roster.replace(place, alone);
      }
    }
    return roster;
  }

  /// An entry may name a second person behind the first: "Kraus, Felix von Adrienne". Where a given
  /// name is followed by one of the other gender, the person gets a name that ends before it.
  static Entry alone(Entry entry) {
    if (entry.forms().isEmpty()) {
      return entry;
    }
    Form form = entry.forms().getFirst();
    Word[] words = form.words();
    int first = form.surnames();
    if (!form.typed() || first + 1 >= words.length) {
      return entry;
    }
    Entry.Gender gender = words[first].gender();
    for (int i = first + 1; i < words.length && gender != Entry.Gender.UNKNOWN; i++) {
      Entry.Gender other = words[i].gender();
      if (other != Entry.Gender.UNKNOWN && other != gender && !BORNE_BY_MEN.equals(words[i].text)) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(java.util.Arrays.copyOf(words, i), first));
        forms.addAll(entry.forms());
        return entry.withForms(forms);
      }
    }
    return entry;
  }

  static Entry without(Entry entry) {
    List<Form> forms = new ArrayList<>();
    for (Form form : entry.forms()) {
      int left = form.words().length - WORDS_APPENDED;
      if (form.typed() && left > form.surnames()) {
        forms.add(new Form(java.util.Arrays.copyOf(form.words(), left), form.surnames()));
      }
    }
    forms.addAll(entry.forms());
    return entry.withForms(forms);
  }
}
