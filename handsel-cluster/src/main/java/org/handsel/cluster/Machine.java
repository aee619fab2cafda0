package org.handsel.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import org.apache.spark.SparkFiles;
import org.handsel.authority.matching.LinkShares;
import org.jspecify.annotations.Nullable;

/// What every machine has open while persons are linked: the index of the authority file. It is
/// opened once on each, when it is first needed. Safe for threads.
final class Machine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String index;
  private final boolean sent;
  private final LinkShares.Words words;
  private transient volatile @Nullable LinkShares open;

  /// @param index where it lies on the disk, or its name among the files that Spark sends
  Machine(String index, boolean sent, LinkShares.Words words) {
    this.index = index;
    this.sent = sent;
    this.words = words;
  }

  LinkShares shares() {
    LinkShares known = open;
    return known == null ? opened() : known;
  }

  private synchronized LinkShares opened() {
    LinkShares known = open;
    if (known == null) {
      known = LinkShares.open(Path.of(sent ? SparkFiles.get(index) : index), words);
      open = known;
    }
    return known;
  }
}
