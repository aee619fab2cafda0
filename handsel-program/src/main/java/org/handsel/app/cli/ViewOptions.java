package org.handsel.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import org.handsel.impact.Views;
import org.handsel.platform.HandselException;
import org.handsel.wiki.api.Patience;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which months, and where the views of pages come from.
final class ViewOptions {
  private static final int MOST_MONTHS = 240;

  private Clock clock = Clock.systemUTC();

  @Option(
      names = "--months",
      paramLabel = "N",
      description =
          "With --api, --wiki or views: how many months, up to the last one that has ended"
              + " (default: ${DEFAULT-VALUE}).")
  private int months = 12;

  @Option(
      names = "--pageviews",
      paramLabel = "URL",
      arity = "0..1",
      fallbackValue = Views.SERVICE,
      description =
          "With --pages or --wiki: ask the Pageviews API for each page; without URL the Wikimedia"
              + " Foundation's.")
  private @Nullable URI service;

  @Option(
      names = "--pageview-files",
      paramLabel = "DIR",
      description =
          "With --pages or --wiki: views from files of all pages (pageviews-202603-user.bz2, also"
              + " by day or hour).")
  private @Nullable Path files;

  @Option(
      names = "--most-pages",
      paramLabel = "N",
      description =
          "With --pageviews: pages that are asked for one by one; those with the most files come"
              + " first (default: ${DEFAULT-VALUE}).")
  private int mostPages = Views.MOST_PAGES;

  boolean given() {
    return service != null || files != null;
  }

  /// Checks what was given.
  void check(Clock now) {
    clock = now;
    if (months < 1 || months > MOST_MONTHS) {
      throw HandselException.usage(
          "--months: expected 1 to %d, found \"%d\".".formatted(MOST_MONTHS, months));
    }
    if (mostPages < 1) {
      throw HandselException.usage(
          "--most-pages: expected 1 or more, found \"%d\".".formatted(mostPages));
    }
    if (service != null && files != null) {
      throw HandselException.usage(
          "expected one of --pageviews and --pageview-files, found both: their numbers would mix.");
    }
    if (service != null) {
      base("--pageviews", service);
    }
  }

  int months() {
    return months;
  }

  YearMonth from() {
    return to().minusMonths(months - 1L);
  }

  YearMonth to() {
    return YearMonth.now(clock).minusMonths(1);
  }

  /// Where views come from, or null for none.
  @Nullable Views views(String contact) {
    if (service != null) {
      return new Views.ByService(
          base("--pageviews", service),
          contact,
          mostPages,
          from(),
          to(),
          Patience.real().lasting(Duration.ofMinutes(2)));
    }
    return files == null ? null : new Views.ByFiles(files, from(), to());
  }

  /// An address with a slash at its end.
  static URI base(String option, URI address) {
    if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
      throw HandselException.usage(
          "%s: expected an address that begins with https://, found \"%s\"."
              .formatted(option, address));
    }
    return address.toString().endsWith("/") ? address : URI.create(address + "/");
  }
}
