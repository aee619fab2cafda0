package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sizes at which the peers of linking stop: a made-up set that doubles, each program in a
/// process of its own, until ten minutes or four gigabytes of heap do not suffice. `short` begins
/// at 25,000 records and ends at 50,000, `long` begins at 100,000 or at as many thousands as are
/// named behind it, and ends when both have stopped.
final class PeerLimits {
  private static final int MINUTES = 10;
  private static final int GIGABYTES = 4;
  private static final int MOST = 6_400;

  private PeerLimits() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean large = args[0].equals("long");
    int thousands = args.length > 1 ? Integer.parseInt(args[1]) : large ? 100 : 25;
    List<Class<?>> peers = new ArrayList<>(List.of(DukeLinks.class, JedaiLinks.class));
    Path scratch = Places.scratch();
    try {
      System.out.printf(
          "%-22s %-8s %8s %8s %8s%n", "records : persons", "program", "s", "CPU s", "MB");
      for (; !peers.isEmpty() && thousands <= (large ? MOST : 50); thousands *= 2) {
        PersonSet set =
            PersonSet.madeUp(scratch.resolve("made-up"), thousands * 1000, thousands * 100);
        Path persons = scratch.resolve("persons.tsv");
        Path records = scratch.resolve("records.tsv");
        PlainPersons.write(set.persons(), persons);
        PlainPersons.write(set.records(), records);
        String size = "%,d k : %,d k".formatted(thousands, thousands / 10);
        peers.removeIf(peer -> stops(peer, size, persons, records, scratch.resolve("links.tsv")));
      }
    } finally {
      Places.remove(scratch);
    }
  }

  private static boolean stops(Class<?> peer, String size, Path persons, Path records, Path links) {
    String name = peer.getSimpleName().replace("Links", "");
    try {
      Measured run =
          Measured.peer(
              peer, MINUTES, GIGABYTES, persons.toString(), records.toString(), links.toString());
      System.out.printf(
          Locale.ROOT,
          "%-22s %-8s %,8.0f %,8.0f %,8.0f%n",
          size,
          name,
          run.wall(),
          run.cpu(),
          run.memory());
      return false;
    } catch (Measured.Stopped e) {
      System.out.printf("%-22s %-8s %s%n", size, name, e.reason());
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
