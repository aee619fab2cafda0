package org.handsel.authority.links;

import java.util.List;

/// A row of `links.tsv` with the person's candidates.
///
/// @param place number of the row, from 1
/// @param record id of the linked record; empty with `none`
/// @param probability that the record is right; with `none`, that no record is
/// @param decision `accept`, `review` or `none`
/// @param candidates the linked record first, then those of `candidates.tsv`
public record LinkRow(
    long place,
    String person,
    String record,
    double probability,
    String decision,
    String evidence,
    List<Candidate> candidates) {
  public LinkRow {
    candidates = List.copyOf(candidates);
  }

  /// A record that the person may be.
  public record Candidate(String record, double probability, String evidence) {}

  public boolean linked() {
    return !record.isEmpty();
  }

  public boolean accepted() {
    return decision.equals("accept");
  }

  /// Candidates other than the linked record.
  public List<Candidate> further() {
    return candidates.subList(linked() ? 1 : 0, candidates.size());
  }

  /// The same person with another link, which takes the first place.
  public LinkRow linkedTo(Candidate link, String decision, List<Candidate> further) {
    List<Candidate> all = new java.util.ArrayList<>(further);
    all.addFirst(link);
    return new LinkRow(place, person, link.record, link.probability, decision, link.evidence, all);
  }

  /// The same person without a link.
  public LinkRow without(double probability, String evidence, List<Candidate> further) {
    return new LinkRow(place, person, "", probability, "none", evidence, further);
  }

  /// The same link with another decision and evidence.
  public LinkRow said(String decision, String evidence) {
    return new LinkRow(place, person, record, probability, decision, evidence, candidates);
  }
}
