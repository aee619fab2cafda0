package org.handsel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// Prints what was measured: the figure, what it is held against, and the ratio of the two.
final class Figure {
  private Figure() {}

  /// @param higherIsBetter whether the figure is to be above the limit
  static void print(String name, double figure, String unit, double limit, boolean higherIsBetter) {
    double ratio = figure / limit;
    boolean kept = higherIsBetter ? ratio >= 1 : ratio <= 1;
    System.out.printf(
        Locale.ROOT,
        "%-58s %,12.2f %-14s limit %,10.2f  ratio %5.2f  %s%n",
        name,
        figure,
        unit,
        limit,
        ratio,
        kept ? "kept" : "MISSED");
  }

  static void beside(String name, double ours, String peer, double theirs, String unit) {
    System.out.printf(
        Locale.ROOT,
        "%-58s %,12.2f %-14s %s %,10.2f  ratio %5.2f%n",
        name,
        ours,
        unit,
        peer,
        theirs,
        ours / theirs);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// CPU seconds of the whole process, collector and compiler threads included.
  static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
