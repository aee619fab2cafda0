package org.handsel.platform;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Progress for people: a bar with rate, share and time left on a terminal, one line a minute
/// elsewhere.
///
/// Written to the error stream, because the output stream belongs to the result.
public final class ProgressDisplay {
  private static final Duration LINE_EVERY = Duration.ofMinutes(1);

  private ProgressDisplay() {}

  /// @param terminal whether a person looks on
  /// @param task what is done, such as `mapping`
  /// @param unit what is counted, such as `records`
  public static Progress on(
      boolean terminal, PrintStream out, Clock clock, String task, String unit) {
    return terminal ? new Bar(task, unit) : new Lines(out, clock, task, unit);
  }

  private static final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String task, String unit) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setUnit(" " + unit, 1)
              .setUpdateIntervalMillis(200)
              .showSpeed()
              .build();
    }

    @Override
    public void total(long total) {
      bar.maxHint(total);
    }

    @Override
    public void step(long done, String note) {
      bar.stepBy(done);
      if (!note.isEmpty()) {
        bar.setExtraMessage(note.length() > 40 ? note.substring(0, 40) : note);
      }
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private static final class Lines implements Progress {
    private final PrintStream out;
    private final Clock clock;
    private final String task;
    private final String unit;
    private final Instant start;
    private Instant last;
    private long total = -1;
    private long done;

    Lines(PrintStream out, Clock clock, String task, String unit) {
      this.out = out;
      this.clock = clock;
      this.task = task;
      this.unit = unit;
      this.start = clock.instant();
      this.last = start;
    }

    @Override
    public synchronized void total(long newTotal) {
      total = newTotal;
    }

    @Override
    public synchronized void step(long steps, String note) {
      done += steps;
      Instant now = clock.instant();
      if (Duration.between(last, now).compareTo(LINE_EVERY) >= 0) {
        last = now;
        out.println(line(now));
      }
    }

    private String line(Instant now) {
      double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
      String line =
          String.format(Locale.ROOT, "%s: %,d %s, %.1f/s", task, done, unit, done / seconds);
      if (total > 0 && done > 0) {
        Duration left = Duration.ofSeconds(Math.round((total - done) * seconds / done));
        line +=
            String.format(
                Locale.ROOT,
                ", %d %%, %d:%02d:%02d left",
                100 * done / total,
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart());
      }
      return line;
    }

    @Override
    public void close() {}
  }
}
