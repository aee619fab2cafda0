package org.handsel.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the views of a collection's pages in files of views of all pages, each file on a machine
/// of its own: what [LiveMeasurements#withViews] does on one.
///
/// In turn: [#parts] of the folder; [Reader#read] each part anywhere; [#take] each share in the
/// order of the parts and [#views] of each page in any order; [#measurement]. What comes of a part
/// can be sent to other machines. Not safe for use by several threads, but for readers.
public final class ViewShares {
  private final Measurement measured;
  private final Set<String> pages;
  private final ViewTally tally;
  private final PageviewFiles files;
  private final List<DataProblem> problems;
  private String folder = "";

  /// @param measured with the list `pages`
  /// @param present month in which files from later ones are a mistake
  public ViewShares(Measurement measured, YearMonth from, YearMonth to, YearMonth present) {
    this.measured = measured;
    pages = ViewTally.keys(measured);
    tally = new ViewTally(pages, from, to);
    problems = new ArrayList<>(measured.problems());
    files = new PageviewFiles(tally, present, problems);
  }

  /// Keys of the pages that count, `wiki` and title with a tab between.
  public Set<String> pages() {
    return pages;
  }

  /// A file that counts.
  ///
  /// @param file what its name says
  public record Part(PageviewFile file) implements Serializable {
    /// Path or address.
    public String place() {
      return file.place();
    }
  }

  /// Opens a part.
  public interface Opening {
    InputStream open() throws IOException;
  }

  /// The files that count, in their order.
  ///
  /// @param places paths or addresses of all files
  /// @param named folder that a person named
  /// @throws org.handsel.platform.HandselException with exit 1 where none is a file of views
  public List<Part> parts(List<String> places, String named) {
    folder = named;
    return files.choose(places, named).stream().map(Part::new).toList();
  }

  /// What one file says.
  public static final class Share implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PageviewFile file;
    private final Map<String, Long> views;
    private final ArrayList<Told> told = new ArrayList<>();
    private final long refused;
    private final boolean damaged;
    private final long sum;

    /// A problem as machines send it.
    private record Told(String place, String code, String raw, String reason, boolean lost)
        implements Serializable {}

    Share(
        PageviewFile file,
        Map<String, Long> views,
        List<DataProblem> problems,
        long refused,
        boolean damaged) {
      this.file = file;
      this.views = views;
      this.refused = refused;
      this.damaged = damaged;
      sum = views.values().stream().mapToLong(Long::longValue).sum();
      for (DataProblem one : problems) {
        told.add(new Told(one.place(), one.code(), one.raw(), one.reason(), one.lost()));
      }
    }

    private Share(Share whole) {
      file = whole.file;
      views = Map.of();
      refused = whole.refused;
      damaged = whole.damaged;
      sum = whole.sum;
      told.addAll(whole.told);
    }

    PageviewFile file() {
      return file;
    }

    List<DataProblem> problems() {
      return told.stream()
          .map(one -> new DataProblem(one.place, one.code, one.raw, one.reason, one.lost))
          .toList();
    }

    long refused() {
      return refused;
    }

    boolean damaged() {
      return damaged;
    }

    long sum() {
      return sum;
    }

    /// Views by the keys of pages; none after [#bare].
    public Map<String, Long> views() {
      return views;
    }

    /// The month, such as `2026-03`.
    public String month() {
      return file.month().toString();
    }

    /// The same without the views of pages.
    public Share bare() {
      return new Share(this);
    }
  }

  /// Reads parts one after the other.
  public static final class Reader {
    private final PageviewLines lines;

    /// @param pages keys of those that count
    public Reader(Set<String> pages) {
      lines = new PageviewLines(pages);
    }

    /// Reads a part; what is wrong with it stands in the share.
    public Share read(Part part, Opening opening) {
      return lines.read(part.file, opening::open);
    }
  }

  /// Takes what a share says of its month and of itself, in the order of the parts.
  public void take(Share share) {
    files.take(share);
  }

  /// Takes views of a page.
  public void views(String page, long views) {
    files.take(page, views);
  }

  /// The measurement with its views.
  ///
  /// @param shown last part of the folder's name
  public Measurement measurement(String shown) {
    files.end(folder);
    return tally.with(measured, LiveMeasurements.filesIn(shown), MeasureWords.load(), problems);
  }
}
