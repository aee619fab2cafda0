package org.handsel.authority.matching;

import java.util.BitSet;
import org.handsel.platform.Progress;

/// A file of persons compared with an authority file, and a model learned from both.
record Learned(Roster persons, Roster records, Pairing.Compared compared, Model model) {
  private static final int RANDOM_PAIRS = 200_000;

  static Learned of(Roster persons, AuthorityRecords authority, Progress progress) {
    Roster records = authority.records();
    Pairing pairing = authority.pairing();
    Model model = chance(Drawn.of(persons), records, pairing);
    Pairing.Compared compared = pairing.of(persons.size(), persons::compared, progress);
    model.learn(compared.pairs());
    return new Learned(persons, records, compared, model);
  }

  /// A model that knows what agrees by chance, and of the rest what is usual.
  static Model chance(Drawn persons, Roster records, Pairing pairing) {
    Model model = new Model();
    int[] recordOrder = records.order();
    Drawn drawnRecords = Drawn.of(records, recordOrder);
    model.chance(
        pairing
            .of(
                Chance.size(persons.size()),
                number -> Chance.invent(persons, number),
                Progress.NONE)
            .pairs(),
        pairing.namesakes(recordOrder, Chance.size(records.size())).pairs(),
        pairing
            .of(
                Chance.size(records.size()),
                number -> Chance.invent(drawnRecords, number),
                Progress.NONE)
            .pairs(),
        pairing.random(persons, recordOrder, RANDOM_PAIRS),
        persons.size(),
        records.size());
    return model;
  }

  /// Places in the order of so many persons that [#chance] draws.
  static BitSet drawn(int persons) {
    BitSet places = Chance.drawn(persons);
    Pairing.drawn(persons, RANDOM_PAIRS, places);
    return places;
  }

  /// Probabilities of a person's candidates, parallel to its part of the pairs.
  double[] probabilities(int person) {
    Model.Pairs pairs = compared.pairs();
    int from = pairs.starts()[person];
    int to = pairs.starts()[person + 1];
    double[] out = new double[to - from];
    model.probabilities(pairs.cells(), from, to, pairs.dated()[person], out);
    return out;
  }

  /// Which record a person is linked to.
  Choice choice(int person) {
    Entry entry = persons.compared(person);
    return Choice.of(
        person,
        persons.key(person),
        entry.birth(),
        entry.death(),
        compared.numbers(),
        compared.pairs().cells(),
        compared.pairs().starts()[person],
        probabilities(person),
        model);
  }
}
