package org.handsel.release;

import java.nio.file.Path;
import java.time.Duration;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// How a release is run.
///
/// @param pilot send only the first so many ready files, then wait for a judgement; 0 for none
/// @param parallel uploads in flight; wikis ask for one at a time
/// @param recheck try again what the wiki refused for good, although its line of the plan is the
///   same
/// @param patience how long a file is tried while the wiki fails in ways that pass
/// @param comment edit summary of the uploads
/// @param files folder of the files; null for the one that the release names
/// @param rates folder where runs of one workspace note when they sent, so that those of one
///   account keep its limit together; null when this run is alone
/// @param ways how the bytes come to the wiki
public record RunOptions(
    int pilot,
    int parallel,
    boolean recheck,
    Duration patience,
    String comment,
    @Nullable Path files,
    @Nullable Path rates,
    Ways ways) {
  public static final RunOptions DEFAULT =
      new RunOptions(
          0,
          1,
          false,
          Duration.ofMinutes(10),
          "Uploaded with Handsel",
          null,
          null,
          new Ways(false, false, 0));

  /// How the bytes come to the wiki.
  ///
  /// @param byUrl the wiki fetches files itself whose record has their address, where it lets the
  ///   account do that; others are sent from here
  /// @param async the wiki may assemble and publish when it has time, where it offers that
  /// @param ahead how many files are brought to the wiki ahead of the one that is being published;
  ///   then one is published after another, in the order of the plan. 0: each is sent and published
  ///   in one, as many at a time as are in flight
  public record Ways(boolean byUrl, boolean async, int ahead) {
    public Ways {
      if (ahead < 0 || ahead > 16) {
        throw HandselException.usage(
            "--stash-ahead: expected 0 to 16 files, found \"%d\".".formatted(ahead));
      }
    }
  }

  public RunOptions {
    if (pilot < 0) {
      throw HandselException.usage(
          "--pilot: expected a number of files from 1 on, found \"%d\".".formatted(pilot));
    }
    if (parallel < 1 || parallel > 16) {
      throw HandselException.usage(
          "--parallel: expected 1 to 16 uploads in flight, found \"%d\".".formatted(parallel));
    }
  }

  public RunOptions pilot(int number) {
    return new RunOptions(number, parallel, recheck, patience, comment, files, rates, ways);
  }

  public RunOptions parallel(int number) {
    return new RunOptions(pilot, number, recheck, patience, comment, files, rates, ways);
  }

  public RunOptions recheck(boolean again) {
    return new RunOptions(pilot, parallel, again, patience, comment, files, rates, ways);
  }

  public RunOptions patience(Duration time) {
    return new RunOptions(pilot, parallel, recheck, time, comment, files, rates, ways);
  }

  public RunOptions files(Path folder) {
    return new RunOptions(pilot, parallel, recheck, patience, comment, folder, rates, ways);
  }

  public RunOptions rates(Path folder) {
    return new RunOptions(pilot, parallel, recheck, patience, comment, files, folder, ways);
  }

  public RunOptions ways(Ways other) {
    return new RunOptions(pilot, parallel, recheck, patience, comment, files, rates, other);
  }
}
