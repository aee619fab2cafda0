package org.handsel.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handsel.platform.Progress;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;

/// A packed dump to all its facts on two processors: beside `lbzip2 -n2` piped into `grep`, beside
/// a typical Java program, and at growing sizes. The dump is a made-up wiki in the shape of the
/// German Wikipedia, in one bzip2 stream and in many. Contenders take turns; medians are compared.
final class DumpFacts {
  private static final String GREP =
      "lbzip2 -n2 -dc '%s' | LC_ALL=C grep -cE '\\[\\[(Category|Kategorie):"
          + "|\\{\\{(Persondata|Personendaten|Normdaten|Authority control)' | cat";

  private final Path scratch;
  private final int rounds;

  private DumpFacts(Path scratch, int rounds) {
    this.scratch = scratch;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path scratch = Places.scratch();
    boolean large = args[0].equals("long");
    DumpFacts facts = new DumpFacts(scratch, large ? 5 : 3);
    try {
      Path single = facts.dump("single", large ? 325_000 : 32_000, SampleOrder.Packing.PLAIN);
      facts.beside("one stream", single, true);
      Path multi = facts.dump("multi", large ? 325_000 : 32_000, SampleOrder.Packing.MULTISTREAM);
      facts.beside("multistream", multi, large);
      if (large) {
        Files.delete(single);
        Files.delete(multi);
        facts.growing(facts.dump("tenth", 32_000, SampleOrder.Packing.PLAIN));
      }
    } finally {
      Places.remove(scratch);
    }
  }

  /// Makes a dump of some 3.2 kB an article.
  private Path dump(String name, int articles, SampleOrder.Packing packing)
      throws IOException, InterruptedException {
    SampleOrder order =
        new SampleOrder(
            scratch.resolve(name),
            7,
            articles,
            articles / 6,
            200,
            20,
            1,
            SampleOrder.Version.V0_11,
            packing,
            SampleOrder.Tables.NONE);
    long bytes = SampleWiki.write(order, Progress.NONE, () -> false).bytes();
    System.out.printf(
        Locale.ROOT, "%s: %,.0f MB of XML%n", order.dump().getFileName(), bytes / 1e6);
    if (packing != SampleOrder.Packing.PLAIN) {
      return order.dump();
    }
    Measured.shell("lbzip2 -n2 '%s'".formatted(order.dump()));
    return order.dump().resolveSibling(order.dump().getFileName() + ".bz2");
  }

  private void beside(String name, Path dump, boolean typicalToo)
      throws IOException, InterruptedException {
    List<Measured> ours = new ArrayList<>();
    List<Measured> pipes = new ArrayList<>();
    List<Measured> typical = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      pipes.add(Measured.shell(GREP.formatted(dump)));
      ours.add(facts(dump));
      if (typicalToo && (round == 0 || rounds > 3)) {
        typical.add(
            Measured.java(
                TypicalFacts.class, dump.toString(), scratch.resolve("typical").toString()));
      }
    }
    ratio(
        name + ", lbzip2 | grep / Handsel, wall", Measured.wall(pipes), Measured.wall(ours), 0.75);
    ratio(name + ", lbzip2 | grep / Handsel, CPU", Measured.cpu(pipes), Measured.cpu(ours), 0);
    if (typicalToo) {
      ratio(
          name + ", typical Java / Handsel, wall",
          Measured.wall(typical),
          Measured.wall(ours),
          3.0);
      ratio(name + ", typical Java / Handsel, CPU", Measured.cpu(typical), Measured.cpu(ours), 1.8);
    }
    Figure.print(name + ", memory of extraction", Measured.mostMemory(ours), "MB", 400, false);
  }

  private Measured facts(Path dump) throws IOException, InterruptedException {
    return Measured.java(HandselFacts.class, dump.toString(), scratch.resolve("facts").toString());
  }

  private static void ratio(String name, double peer, double ours, double least) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %8.2f s / %8.2f s = %5.2f%s%n",
        name,
        peer,
        ours,
        peer / ours,
        least == 0
            ? ""
            : String.format(
                Locale.ROOT, "  limit %.2f  %s", least, peer / ours >= least ? "kept" : "MISSED"));
  }

  /// The same dump once, three, ten … times in one file: packed streams behind one another are one.
  private void growing(Path tenth) throws IOException, InterruptedException {
    for (int times : new int[] {1, 3, 10, 30, 100}) {
      Path dump = scratch.resolve("growing.bz2");
      try (OutputStream out = Files.newOutputStream(dump)) {
        for (int i = 0; i < times; i++) {
          Files.copy(tenth, out);
        }
      }
      Measured pipe = Measured.shell(GREP.formatted(dump));
      Measured ours = facts(dump);
      System.out.printf(
          Locale.ROOT,
          "%5.1f GB: %8.2f s, %8.2f CPU-s, %6.2f CPU-ms/MB, %4.0f MB memory; lbzip2 | grep %8.2f s,"
              + " ratio %5.2f%n",
          times / 10.0,
          ours.wall(),
          ours.cpu(),
          ours.cpu() * 10 / times,
          ours.memory(),
          pipe.wall(),
          pipe.wall() / ours.wall());
      Files.delete(dump);
    }
  }
}
