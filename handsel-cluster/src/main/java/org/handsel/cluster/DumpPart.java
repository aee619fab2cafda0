package org.handsel.cluster;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.wiki.dump.DumpSite;

/// One file of a dump, and what its name and its beginning say.
///
/// @param path in full
/// @param divisible whether bzip2 packed it, so that many read it
/// @param root whether it begins as a dump does
/// @param name what its name says
record DumpPart(
    String path,
    long size,
    long modified,
    boolean divisible,
    boolean root,
    DumpSite site,
    Name name)
    implements Serializable {

  /// What the name of a file of a dump says, as `dewiki-20261101-pages-articles2.xml-p1p9.bz2`.
  ///
  /// @param wiki empty where the name says nothing
  /// @param date such as `20261101`; empty where the name says none
  /// @param kind such as `pages-articles`
  /// @param number of the part, 0 for a whole dump
  /// @param from first page that may be in it, 0 where the name does not say
  /// @param to last page that may be in it
  record Name(String wiki, String date, String kind, int number, long from, long to)
      implements Serializable {
    private static final Pattern FORM =
        Pattern.compile(
            "(?<wiki>[a-z][a-z0-9_]*)-(?<date>\\d{8}|latest)-(?<kind>[a-z-]+?)(?<number>\\d*)\\.xml(?:-p(?<from>\\d+)p(?<to>\\d+))?(?:\\.[a-z0-9]+)?");

    static Name of(String file) {
      Matcher form = FORM.matcher(file);
      if (!form.matches()) {
        return new Name("", "", "", 0, 0, 0);
      }
      boolean pages = form.group("from") != null;
      return new Name(
          form.group("wiki"),
          form.group("date"),
          form.group("kind"),
          form.group("number").isEmpty() ? 0 : Integer.parseInt(form.group("number")),
          pages ? Long.parseLong(form.group("from")) : 0,
          pages ? Long.parseLong(form.group("to")) : 0);
    }

    boolean isPart() {
      return number > 0 || to > 0;
    }
  }

  String file() {
    return Store.name(path);
  }
}
