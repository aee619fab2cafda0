package org.handsel.partnership.effort;

import java.util.List;
import org.handsel.platform.Said;

/// What an institution may expect after a release, as it went elsewhere: a single documented case,
/// no law.
///
/// @param inquiries a month now
/// @param expected a month afterwards
public record LoadForecast(long inquiries, long expected, List<Growth> growths) {
  public LoadForecast {
    growths = List.copyOf(growths);
  }

  /// What grew there.
  ///
  /// @param percent above what it was before
  public record Growth(String name, long percent, Said what, String source) {}
}
