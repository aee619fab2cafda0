package org.handsel.readiness.audit;

import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// One question to the facts of a wiki. The definition of each stands in the Javadoc of its class.
interface Audit {
  /// Id such as `C1`.
  String id();

  /// Hands every finding over, in the order of the facts.
  void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings);

  /// Whether wikitext alone cannot answer it.
  default boolean needsDatabase() {
    return false;
  }

  /// Whether it says nothing where the dump has no pages of categories.
  default boolean needsCategoryPages() {
    return false;
  }

  /// Numbers by plain definitions, without exemptions, that other tools give too; by name, asked
  /// after the run.
  default java.util.Map<String, Long> plainCounts() {
    return java.util.Map.of();
  }

  /// Why the facts could not answer the question, asked after the run.
  default java.util.Optional<String> unknown() {
    return java.util.Optional.empty();
  }
}
