package org.handsel.readiness.facts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.handsel.platform.Progress;
import org.handsel.wiki.dump.DumpHandler;
import org.handsel.wiki.dump.DumpPage;
import org.handsel.wiki.dump.DumpProblem;
import org.handsel.wiki.dump.DumpRange;
import org.handsel.wiki.dump.DumpRanges;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.dump.Dumps;
import org.handsel.wiki.dump.RandomBytes;
import org.handsel.wiki.dump.RangeReading;
import org.jspecify.annotations.Nullable;

/// Reads the facts of a dump in shares, each on a machine of its own: the rows of all shares one
/// after the other are the files that [FactsExtraction] writes.
///
/// The redirects of templates that a share tells may change what other shares should have said:
/// when all are read, [#learnt] gives the terms that hold for the whole dump, and shares that are
/// [#outdated] by them are read again. Pure functions, safe for threads.
public final class FactsShares {
  private static final int ENOUGH = 1 << 18;

  private FactsShares() {}

  /// As what a dump is read.
  ///
  /// @param wiki code that counts more than what the dump says, or null
  /// @param site what the dump says itself
  /// @param aliases names of wanted templates that the dump itself taught
  public record Terms(@Nullable String wiki, DumpSite site, Map<String, String> aliases)
      implements Serializable {
    /// Name of the wiki's database.
    public String database() {
      return FactsFrame.of(wiki, site, Map.of()).name();
    }
  }

  /// What a share says beside its rows.
  ///
  /// @param reading how it went
  /// @param redirects among templates
  /// @param memberships in categories, also those that depend on a template
  /// @param foreign what would be categories in another language, by page
  /// @param leastId of a page; greater than `mostId` where there is no page
  public record Share(
      RangeReading reading,
      Map<String, String> redirects,
      long memberships,
      List<List<String>> foreign,
      long leastId,
      long mostId)
      implements Serializable {
    /// With the blocks of another reading of the same range.
    public Share withBlocksOf(Share other) {
      RangeReading blocks = other.reading;
      return new Share(
          new RangeReading(
              reading.first(),
              reading.next(),
              blocks.firstBlock(),
              blocks.nextBlock(),
              reading.pages(),
              blocks.bytes(),
              reading.numbered(),
              blocks.packing(),
              reading.problems(),
              reading.ending()),
          redirects,
          memberships,
          foreign,
          leastId,
          mostId);
    }
  }

  /// A share that was read.
  ///
  /// @param called names of all templates that its pages call
  public record Read(Share share, Set<String> called) {}

  /// Where the rows of a share go, without headers.
  public record Tables(
      OutputStream pages, OutputStream categories, OutputStream templates, OutputStream marks)
      implements Closeable {
    @Override
    public void close() throws IOException {
      try (pages;
          categories;
          templates;
          marks) {
        // Closed in turn, the others also where one fails.
      }
    }
  }

  /// Reads a range of a dump that bzip2 packed.
  ///
  /// @param root whether the dump has a root element
  public static Read range(
      RandomBytes dump, DumpRange range, boolean root, Terms terms, Tables tables)
      throws IOException {
    Sink sink = new Sink(terms, tables);
    return sink.end(DumpRanges.read(dump, range, root, sink));
  }

  /// Reads a file as a whole, whatever it is.
  ///
  /// @param bytes takes how many were read since the last call
  /// @throws org.handsel.platform.HandselException with exit 1 when this is no dump
  public static Read whole(
      Path dump, Terms terms, Tables tables, Progress bytes, BooleanSupplier stopped)
      throws IOException {
    Sink sink = new Sink(terms, tables);
    DumpReading reading = Dumps.read(dump, 1, sink, bytes, stopped);
    List<DumpProblem> none = List.of();
    return sink.end(
        new RangeReading(
            null,
            null,
            -1,
            -1,
            reading.pages(),
            reading.bytes(),
            false,
            none,
            reading.problems(),
            none));
  }

  /// What a file says of its wiki, as far as it is read to find out.
  public static DumpSite site(Path dump) {
    DumpSite[] site = {DumpSite.UNKNOWN};
    boolean[] enough = new boolean[1];
    Dumps.read(
        dump,
        1,
        new DumpHandler() {
          @Override
          public void site(DumpSite told) {
            site[0] = told;
          }

          @Override
          public void page(DumpPage page) {
            enough[0] = true;
          }
        },
        Progress.NONE,
        () -> enough[0]);
    return site[0];
  }

  /// The terms that hold when all shares are read.
  ///
  /// @param shares of a whole dump in their order
  public static Terms learnt(Terms terms, List<Share> shares) {
    TemplateRedirects redirects = new TemplateRedirects();
    FactsContext context = FactsFrame.of(terms.wiki, terms.site, terms.aliases).context();
    for (Share share : shares) {
      context = context.with(redirects.learn(share.redirects, context));
    }
    Map<String, String> all = new java.util.TreeMap<>(terms.aliases);
    all.putAll(redirects.learnt());
    return new Terms(terms.wiki, terms.site, Map.copyOf(all));
  }

  /// Whether a share would say something else by other terms.
  ///
  /// @param called names of all templates that its pages call
  public static boolean outdated(Set<String> called, Terms readBy, Terms terms) {
    return terms.aliases.keySet().stream()
        .anyMatch(alias -> !readBy.aliases.containsKey(alias) && called.contains(alias));
  }

  /// What came of a whole dump.
  ///
  /// @param shares in their order
  public static Extraction extraction(Terms terms, DumpReading reading, List<Share> shares) {
    FactsFrame frame = FactsFrame.of(terms.wiki, terms.site, terms.aliases);
    ForeignCategories foreign = new ForeignCategories();
    long memberships = 0;
    for (Share share : shares) {
      foreign.add(share.foreign);
      memberships += share.memberships;
    }
    return new Extraction(
        frame.name(),
        terms.site,
        frame.context().profile(),
        reading,
        frame.categoryNamespace(),
        foreign.advice(frame.name(), memberships));
  }

  /// Turns pages into rows.
  private static final class Sink implements DumpHandler {
    private final Tables tables;
    private final FactsPart part;
    private long leastId = Long.MAX_VALUE;
    private long mostId = Long.MIN_VALUE;

    Sink(Terms terms, Tables tables) {
      this.tables = tables;
      part =
          new FactsPart(
              FactsFrame.of(terms.wiki, terms.site, terms.aliases).context(),
              new ForeignCategories());
    }

    @Override
    public void site(DumpSite site) {
      // The terms say it.
    }

    @Override
    public void page(DumpPage page) {
      part.page(page);
      leastId = Math.min(leastId, page.id());
      mostId = Math.max(mostId, page.id());
      FactRows rows = part.rows();
      if (rows.pages().length() + rows.categories().length() + rows.templates().length() > ENOUGH) {
        flush();
      }
    }

    private void flush() {
      FactRows rows = part.rows();
      try {
        write(rows.pages(), tables.pages);
        write(rows.categories(), tables.categories);
        write(rows.templates(), tables.templates);
        write(rows.marks(), tables.marks);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      rows.clear();
    }

    private static void write(Utf8Rows rows, OutputStream out) throws IOException {
      out.write(rows.bytes(), 0, rows.length());
    }

    Read end(RangeReading reading) {
      flush();
      return new Read(
          new Share(
              reading,
              Map.copyOf(part.templateRedirects()),
              part.memberships(),
              List.copyOf(part.foreign().seen()),
              leastId,
              mostId),
          Set.copyOf(part.called()));
    }
  }
}
