package org.handsel.app.cli;

import java.util.List;
import java.util.Set;
import org.handsel.impact.LiveScope;
import org.handsel.platform.HandselException;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is counted on a wiki as it is now.
final class LiveOptions {
  @Option(
      names = "--wiki",
      paramLabel = "URL",
      description = {
        "Count on this wiki as it is now: the files of --category, or of --release. With --api,"
            + " only",
        "if the service does not count the category."
      })
  private @Nullable String wiki;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "With --wiki: levels of subcategories (default: ${DEFAULT-VALUE}).")
  private int depth = LiveScope.DEPTH;

  @Option(
      names = "--without",
      paramLabel = "NAME",
      description = "With --wiki: a category that does not belong to it; may be repeated.")
  private List<String> without = List.of();

  @Option(
      names = "--all-namespaces",
      description = "With --wiki: lists, user and talk pages count as well as articles.")
  private boolean allNamespaces;

  @Option(
      names = "--most-files",
      paramLabel = "N",
      description =
          "With --wiki: files whose changes are asked for one by one (default: ${DEFAULT-VALUE}).")
  private int mostFiles = LiveScope.MOST_FILES;

  boolean given() {
    return wiki != null;
  }

  Wiki open(String contact) {
    return Wiki.open(WikiAddress.parse(String.valueOf(wiki)), WikiSettings.of(contact));
  }

  LiveScope scope(String category, ViewOptions time) {
    if (depth < 0 || depth > 50) {
      throw HandselException.usage("--depth: expected 0 to 50, found \"%d\".".formatted(depth));
    }
    if (mostFiles < 0) {
      throw HandselException.usage(
          "--most-files: expected 0 or more, found \"%d\".".formatted(mostFiles));
    }
    return new LiveScope(
        category, depth, Set.copyOf(without), allNamespaces, time.from(), time.to(), mostFiles);
  }
}
