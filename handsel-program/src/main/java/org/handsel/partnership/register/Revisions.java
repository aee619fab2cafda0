package org.handsel.partnership.register;

import org.jdbi.v3.core.Handle;

/// Counts the changes to the register. The counter's row is held until the transaction ends, so
/// that changes become visible in the order of their numbers.
final class Revisions {
  private Revisions() {}

  static long next(Handle handle) {
    return handle
        .createQuery(
            "update register_revision set value = value + 1 where name = 'institution' returning"
                + " value")
        .mapTo(Long.class)
        .one();
  }

  /// Notes that rows were taken away, which no row can tell afterwards.
  static void removed(Handle handle) {
    handle.execute(
        """
        insert into register_revision (name, value) values ('removal', 1)
        on conflict (name) do update set value = register_revision.value + 1
        """);
  }

  /// How often rows were taken away.
  static long removals(Handle handle) {
    return handle
        .createQuery("select value from register_revision where name = 'removal'")
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  static long current(Handle handle) {
    return handle
        .createQuery("select value from register_revision where name = 'institution'")
        .mapTo(Long.class)
        .one();
  }
}
