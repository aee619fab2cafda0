package org.handsel.partnership.prospects;

import java.util.List;

/// What is stated of an institution's holdings, as facets.
final class Holdings {
  private static final List<String> QUESTIONS =
      List.of(
          "images",
          "digital-share",
          "public-domain-share",
          "in-copyright-share",
          "own-rights-share",
          "description-quality",
          "open-licence");

  private Holdings() {}

  /// Bits in the order of [RankTable#HOLDINGS].
  static byte bits(KnownFacts facts) {
    boolean told = QUESTIONS.stream().anyMatch(question -> facts.text(question).isPresent());
    boolean[] bits = {
      facts.share("digital-share").orElse(0) >= 0.5,
      facts.share("public-domain-share").orElse(0) >= 0.5,
      facts.is("description-quality", "well"),
      facts.is("open-licence", "yes"),
      told,
      !told
    };
    byte all = 0;
    for (int i = 0; i < bits.length; i++) {
      all |= (byte) (bits[i] ? 1 << i : 0);
    }
    return all;
  }
}
