package org.handsel.readiness.audit;

import java.util.List;

/// The audits that look at the wiki as a whole.
final class CategoryAudits {
  private CategoryAudits() {}

  /// @param whole whether the dump was read to its end
  static List<Audit> all(boolean whole) {
    return List.of(
        new CategoryCycles(),
        new UncategorisedArticles(),
        new OrphanCategories(),
        new RedLinkCategories(whole),
        new EmptyCategories(),
        new OverCategorisation(),
        new MaintenanceOnly(),
        new SizeOutliers(),
        new DepthOutliers(),
        new ForeignMembers(),
        new WrongKindOfMember());
  }
}
