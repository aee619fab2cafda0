package org.handsel.authority.review;

/// What a human look at a row is worth.
///
/// A look shows the truth, so it is worth what the program's own decision would cost on average: an
/// accepted link is wrong with probability 1 - p, a link that was not accepted is missed with
/// probability p. That links are accepted from a probability t on says how much worse a wrong link
/// is than a missed one: t to 1 - t. Divided by t (1 - t), a row exactly at the cut is worth 1.
/// Where several rows claim one record, at most one of them is right, and a look settles more than
/// one.
final class Worth {
  /// Less than this is not put before a person.
  static final double LEAST = 0.02;

  private static final int MOST_CLAIMS = 5;

  private Worth() {}

  /// @param accepted whether the program accepts the link
  /// @param claims rows with the same best record, this one included
  static double of(double probability, boolean accepted, double accept, int claims) {
    double cut = Math.clamp(accept, 0.5, 0.999);
    double cost = accepted ? (1 - probability) * cut : probability * (1 - cut);
    return cost / (cut * (1 - cut)) * Math.clamp(claims, 1, MOST_CLAIMS);
  }
}
