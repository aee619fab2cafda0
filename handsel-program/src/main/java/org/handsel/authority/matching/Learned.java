package org.handsel.authority.matching;

import org.handsel.platform.Progress;

/// A file of persons compared with an authority file, and a model learned from both.
record Learned(Roster persons, Roster records, Pairing.Compared compared, Model model) {
  private static final int RANDOM_PAIRS = 200_000;

  static Learned of(Roster persons, AuthorityRecords authority, Progress progress) {
    Roster records = authority.records();
    Pairing pairing = authority.pairing();
    Model model = new Model();
    int[] order = persons.order();
    int[] recordOrder = records.order();
    model.chance(
        pairing
            .of(
                Chance.size(persons.size()),
                number -> Chance.invent(persons, order, number),
                Progress.NONE)
            .pairs(),
        pairing.namesakes(recordOrder, Chance.size(records.size())).pairs(),
        pairing
            .of(
                Chance.size(records.size()),
                number -> Chance.invent(records, recordOrder, number),
                Progress.NONE)
            .pairs(),
        pairing.random(persons, order, recordOrder, RANDOM_PAIRS),
        persons.size(),
        records.size());
    Pairing.Compared compared = pairing.of(persons.size(), persons::compared, progress);
    model.learn(compared.pairs(), order);
    return new Learned(persons, records, compared, model);
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
}
