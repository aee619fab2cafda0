package org.handsel.partnership.talks;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// Partnerships: the thread that everything else hangs on.
///
/// Safe for use by many threads.
public final class Partnerships {
  private static final int MANY = 5;

  private final Ground ground;

  public Partnerships(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// Begins a partnership with an institution in stage 1.
  public Partnership begin(Who who, String institution, String title) {
    return begin(who, institution, title, "");
  }

  /// Begins a partnership of a team with an institution in stage 1.
  ///
  /// @param title what it is about; an institution's second partnership needs one of its own
  public Partnership begin(Who who, String institution, String title, String team) {
    Partnership begun =
        new Partnership(ground.ids().next(), institution, title, 1, "open", team, null, 1);
    ground
        .database()
        .write(handle -> {
          handle
              .createUpdate(
                  """
                  insert into partnership (id, institution, title, stage, state, team, stage_since, version, created_at, changed_at)
                  values (:id, :institution, :title, :stage, :state, :team, :today, 1, :now, :now)
                  """)
              .bindMethods(begun)
              .bind("today", ground.today().toString())
              .bind("now", ground.clock().millis())
              .execute();
          ground.history().note(handle, who, "partnership", begun.id(), "add", null, begun);
        });
    return begun;
  }

  public Optional<Partnership> find(String id) {
    return ground.database().read(handle -> PartnershipRow.find(handle, id));
  }

  /// Partnerships with an institution, the oldest first.
  public List<Partnership> with(String institution) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery("select * from partnership where institution = :key order by id")
                .bind("key", institution)
                .map(PartnershipRow::read)
                .list());
  }

  /// The partnership that a person means: by its id, the beginning of it, the institution's id, or
  /// the institution's name or a part of it.
  ///
  /// @throws HandselException when none or more than one is meant; the message names them
  public Partnership named(String given) {
    record Named(Partnership partnership, String institution) {}
    String wanted = FoldedName.of(given);
    List<Named> all =
        ground
            .database()
            .read(handle ->
                handle
                    .createQuery(
                        """
                        select p.*, i.name as institution_name from partnership p
                        join institution i on i.id = p.institution order by p.id
                        """)
                    .map((row, context) ->
                        new Named(
                            PartnershipRow.read(row, context), row.getString("institution_name")))
                    .list());
    Function<Named, String> name = one -> FoldedName.of(one.institution());
    List<Named> meant =
        all.stream()
            .filter(one ->
                one.partnership().id().equals(given)
                    || one.partnership().institution().equals(given))
            .toList();
    if (meant.isEmpty()) {
      meant = all.stream().filter(one -> name.apply(one).equals(wanted)).toList();
    }
    if (meant.isEmpty() && !wanted.isEmpty()) {
      String beginning = given.toLowerCase(Locale.ROOT);
      meant =
          all.stream()
              .filter(one ->
                  one.partnership().id().startsWith(beginning) || name.apply(one).contains(wanted))
              .toList();
    }
    if (meant.size() == 1) {
      return meant.getFirst().partnership();
    }
    if (meant.isEmpty()) {
      throw HandselException.usage(
          "partnership \"%s\": no id begins and no institution is called so. See handsel partnership list."
              .formatted(given));
    }
    throw HandselException.usage(
        "partnership \"%s\": %d are meant: %s%s. Give the id."
            .formatted(
                given,
                meant.size(),
                String.join(
                    "; ",
                    meant.stream()
                        .limit(MANY)
                        .map(one ->
                            "%s %s – %s"
                                .formatted(
                                    one.partnership().id(),
                                    one.institution(),
                                    one.partnership().title()))
                        .toList()),
                meant.size() > MANY ? "; …" : ""));
  }

  /// Gives a partnership another title or team.
  ///
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Partnership rename(Who who, String id, long version, String title, String team) {
    return ground.write(handle -> {
      Partnership before = PartnershipRow.current(handle, id, version);
      handle
          .createUpdate(
              "update partnership set title = :title, team = :team, version = version + 1,"
                  + " changed_at = :now where id = :id")
          .bind("title", title)
          .bind("team", team)
          .bind("now", ground.clock().millis())
          .bind("id", id)
          .execute();
      Partnership after = PartnershipRow.existing(handle, id);
      ground.history().note(handle, who, "partnership", id, "change", before, after);
      return after;
    });
  }
}
