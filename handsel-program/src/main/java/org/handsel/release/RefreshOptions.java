package org.handsel.release;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a release is refreshed.
///
/// @param plan folder planned from the corrected records; null when the release's own plan was
///   changed
/// @param dryRun say what would be done and change nothing
/// @param scans why better scans replace the files; empty when none may
/// @param comment edit summary
public record RefreshOptions(@Nullable Path plan, boolean dryRun, String scans, String comment) {
  public static final RefreshOptions DEFAULT =
      new RefreshOptions(null, false, "", "Corrections of the institution's records");

  public RefreshOptions plan(@Nullable Path folder) {
    return new RefreshOptions(folder, dryRun, scans, comment);
  }

  public RefreshOptions dryRun(boolean only) {
    return new RefreshOptions(plan, only, scans, comment);
  }

  public RefreshOptions scans(String why) {
    return new RefreshOptions(plan, dryRun, why, comment);
  }

  public RefreshOptions comment(String summary) {
    return new RefreshOptions(plan, dryRun, scans, summary);
  }
}
