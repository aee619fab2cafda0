package org.handsel.authority.matching;

import org.handsel.platform.Progress;

/// A file of persons compared with an authority file, and a model learned from both.
record Learned(Roster persons, Roster records, Pairing.Compared compared, Model model) {
  static Learned of(Roster persons, AuthorityRecords authority, Progress progress) {
    Roster records = authority.records();
    Pairing pairing = authority.pairing();
    Model model = new Model();
    int invented = persons.size() == 0 ? 0 : Chance.size(persons.size());
    model.chance(
        pairing.of(invented, number -> Chance.invent(persons, number), Progress.NONE).pairs(),
        pairing.random(persons, invented == 0 ? 0 : 200_000),
        persons.size(),
        records.size());
    Pairing.Compared compared = pairing.of(persons.size(), persons::compared, progress);
    model.learn(compared.pairs());
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
