package org.handsel.readiness.audit;

import java.util.Optional;
import java.util.function.Consumer;

/// One question to the pages of a wiki, asked of one after the other. The definition of each stands
/// in the Javadoc of its class.
interface PageAudit {
  /// Id such as `P1`.
  String id();

  /// Looks at a page and hands over what is wrong with it.
  void page(Person page, Consumer<Finding> findings);

  /// Hands over what only all pages together show.
  default void end(Consumer<Finding> findings) {}

  /// Why this wiki's facts cannot answer the question, asked after the last page.
  default Optional<String> unknown() {
    return Optional.empty();
  }
}
