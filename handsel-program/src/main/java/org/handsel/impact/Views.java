package org.handsel.impact;

import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import org.handsel.wiki.api.Patience;

/// Where the views of a collection's pages come from, and of which months.
public sealed interface Views {
  /// The service of the Wikimedia Foundation for one page at a time.
  String SERVICE = "https://wikimedia.org/api/rest_v1/metrics/pageviews/";

  /// Pages that are asked for one by one when nobody says otherwise.
  int MOST_PAGES = 500;

  YearMonth from();

  YearMonth to();

  /// One question a page.
  ///
  /// @param address under which the paths of the API begin, with a slash at its end
  /// @param contact of the person who asks
  /// @param mostPages that are asked for; those with the most files come first
  record ByService(
      URI address, String contact, int mostPages, YearMonth from, YearMonth to, Patience patience)
      implements Views {}

  /// Files of views of all pages: `pageviews-20260301-user.bz2`, `pageviews-202603-user.bz2` or
  /// hourly `pageviews-20260301-010000.gz`.
  ///
  /// @param folder with them, also in folders below
  record ByFiles(Path folder, YearMonth from, YearMonth to) implements Views {}
}
