package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// A command on the agreements, promises or work of one partnership.
abstract class OfficeCommand implements Runnable {
  final Surroundings surroundings;

  @ParentCommand private @Nullable PartnershipCommand partnership;

  @Mixin private PartnershipParameter subject = new PartnershipParameter();

  OfficeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final void run() {
    PartnershipCommand parent = Objects.requireNonNull(partnership);
    try (Database database = parent.database()) {
      Office office = Office.on(database, surroundings.clock());
      run(parent, office, office.named(subject.named));
    }
  }

  abstract void run(PartnershipCommand parent, Office office, Partnership found);
}
