package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// A command on what became of one partnership.
abstract class StewardCommand implements Runnable {
  final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  StewardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final void run() {
    ImpactCommand parent = Objects.requireNonNull(impact);
    try (Database database = parent.database()) {
      StewardDesk steward = StewardDesk.on(database, surroundings.clock());
      run(parent, steward, steward.named(subject.named));
    }
  }

  abstract void run(ImpactCommand parent, StewardDesk steward, Partnership found);
}
