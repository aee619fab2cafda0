package org.handsel.partnership.contacts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.partnership.habits.Habits;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Tsv;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// People at institutions, kept for a reason and for a time.
///
/// The log says which fields of a person changed, never what stood in them. Safe for use by many
/// threads.
public final class Contacts {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final Habits habits;
  private final List<String> bases;

  public Contacts(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.habits = new Habits(database, history);
    this.bases =
        Tsv.resource(Contacts.class, "legal-bases.tsv").stream().map(List::getFirst).toList();
  }

  /// Records a person; the data is retained for the standard time from today.
  public Contact add(Who who, ContactDraft draft) {
    check(draft);
    String id = ids.next();
    LocalDate today = LocalDate.now(clock);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into contact (id, institution, name, role, mail, phone, address, legal_basis, source,
                recorded_on, recorded_by, retain_until)
              values (:id, :institution, :name, :role, :mail, :phone, :address, :legalBasis, :source,
                :today, :who, :until)
              """)
          .bindMethods(draft)
          .bind("id", id)
          .bind("today", today.toString())
          .bind("who", who.id())
          .bind("until", retained(handle, today).toString())
          .execute();
      history.note(
          handle, who, "contact", id, "add", null, Map.of("institution", draft.institution()));
    });
    return find(id).orElseThrow();
  }

  /// Edits a person.
  ///
  /// @param version that was edited
  /// @throws EditConflict when somebody else was faster
  public Contact change(Who who, String id, long version, ContactDraft draft) {
    check(draft);
    boolean written =
        database.writeAndGet(handle -> {
          Contact before = existing(handle, id);
          int changed =
              handle
                  .createUpdate(
                      """
                      update contact set name = :name, role = :role, mail = :mail, phone = :phone,
                        address = :address, legal_basis = :legalBasis, source = :source, version = version + 1
                      where id = :id and version = :version and not erased
                      """)
                  .bindMethods(draft)
                  .bind("id", id)
                  .bind("version", version)
                  .execute();
          if (changed == 0) {
            return false;
          }
          history.note(
              handle,
              who,
              "contact",
              id,
              "change",
              Map.of("version", version),
              Map.of("version", version + 1, "fields", changedFields(before, draft)));
          return true;
        });
    if (!written) {
      throw new EditConflict(
          "contact", id, history.of("contact", id, 1).stream().findFirst().orElse(null));
    }
    return find(id).orElseThrow();
  }

  public Optional<Contact> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  /// People at an institution, in the order in which they were recorded.
  public List<Contact> at(String institution) {
    return database.read(handle ->
        handle
            .createQuery("select * from contact where institution = :institution order by id")
            .bind("institution", institution)
            .map(ContactRow::read)
            .list());
  }

  /// Records that a person agreed or took it back. Where consent is the basis for keeping the data,
  /// a withdrawal ends the retention that day.
  public void consent(
      Who who, String id, String purpose, boolean given, LocalDate day, String evidence) {
    database.write(handle -> {
      Contact contact = existing(handle, id);
      handle
          .createUpdate(
              """
              insert into consent (id, contact, purpose, given, day, evidence, who, who_name)
              values (:id, :contact, :purpose, :given, :day, :evidence, :who, :name)
              """)
          .bind("id", ids.next())
          .bind("contact", id)
          .bind("purpose", purpose)
          .bind("given", given)
          .bind("day", day.toString())
          .bind("evidence", evidence)
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      if (!given && contact.legalBasis().equals("consent")) {
        retain(handle, id, day);
      }
      history.note(
          handle, who, "contact", id, given ? "consent" : "withdraw", null, Map.of("day", day));
    });
  }

  /// What a person agreed to or took back, the oldest first.
  public List<Consent> consents(String id) {
    return database.read(handle -> consents(handle, id));
  }

  /// Keeps the data longer or shorter than the standard time.
  public void keep(Who who, String id, LocalDate until, String reason) {
    if (reason.isBlank()) {
      throw HandselException.usage(
          "contact %s: keeping data until %s needs a reason.".formatted(id, until));
    }
    database.write(handle -> {
      Contact before = existing(handle, id);
      retain(handle, id, until);
      history.note(
          handle,
          who,
          "contact",
          id,
          "keep",
          Map.of("until", Objects.requireNonNull(before.retainUntil())),
          Map.of("until", until));
    });
  }

  /// People whose data is not needed after a day, the longest overdue first.
  public List<Contact> retentionDue(LocalDate day) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from contact where not erased and retain_until <= :day
                order by retain_until, id
                """)
            .bind("day", day.toString())
            .map(ContactRow::read)
            .list());
  }

  /// Blanks everything personal for good: the person's record and consents, and the name in texts
  /// of the institution's timelines, of notices and of the log. The entries themselves stay.
  public Erased erase(Who who, String id) {
    return database.writeAndGet(handle -> {
      Contact contact = existing(handle, id);
      Traces traces = new Traces(handle, contact);
      Erased erased = new Erased(contact.label(), traces.blank(), traces.files());
      handle
          .createUpdate(
              """
              update contact set name = '', role = '', mail = null, phone = null, address = null,
                source = '', retain_until = null, erased = true, version = version + 1
              where id = :id
              """)
          .bind("id", id)
          .execute();
      handle.createUpdate("delete from consent where contact = :id").bind("id", id).execute();
      history.note(handle, who, "contact", id, "erase", null, Map.of("texts", erased.texts()));
      return erased;
    });
  }

  /// Everything on one person.
  public ContactExport export(String id) {
    return database.read(handle ->
        new ContactExport(
            find(handle, id).orElseThrow(() -> unknown(id)),
            consents(handle, id),
            handle
                .createQuery(
                    """
                    select e.day, e.kind, e.direction, e.text from timeline_entry e
                    join timeline_person p on p.entry = e.id where p.contact = :id order by e.day, e.id
                    """)
                .bind("id", id)
                .map((row, context) ->
                    new ContactExport.Mention(
                        LocalDate.parse(row.getString("day")),
                        row.getString("kind"),
                        row.getString("direction"),
                        row.getString("text")))
                .list()));
  }

  /// Moves last contact and retention of people with a contact that is being logged; an older
  /// contact moves nothing.
  ///
  /// @param handle of the transaction that logs it
  public void touched(Handle handle, Collection<String> people, LocalDate day) {
    for (String id : people) {
      existing(handle, id);
      handle
          .createUpdate(
              """
              update contact set last_contact_on = :day,
                retain_until = case when retain_until < :until then :until else retain_until end
              where id = :id and not erased and (last_contact_on is null or last_contact_on < :day)
              """)
          .bind("id", id)
          .bind("day", day.toString())
          .bind("until", retained(handle, day).toString())
          .execute();
    }
  }

  private LocalDate retained(Handle handle, LocalDate day) {
    return day.plusMonths(habits.one(handle, "", "retention-months").value());
  }

  private static void retain(Handle handle, String id, LocalDate until) {
    handle
        .createUpdate("update contact set retain_until = :until where id = :id and not erased")
        .bind("id", id)
        .bind("until", until.toString())
        .execute();
  }

  private static Optional<Contact> find(Handle handle, String id) {
    return handle
        .createQuery("select * from contact where id = :id")
        .bind("id", id)
        .map(ContactRow::read)
        .findOne();
  }

  private static Contact existing(Handle handle, String id) {
    return find(handle, id).filter(contact -> !contact.erased()).orElseThrow(() -> unknown(id));
  }

  private static HandselException unknown(String id) {
    return HandselException.usage(
        "contact \"%s\": there is none, or it was erased. Choose one of the institution's contacts."
            .formatted(id));
  }

  private static List<Consent> consents(Handle handle, String id) {
    return handle
        .createQuery("select * from consent where contact = :id order by id")
        .bind("id", id)
        .map(ContactRow::consent)
        .list();
  }

  private void check(ContactDraft draft) {
    if (draft.name().isBlank() || draft.source().isBlank()) {
      throw HandselException.usage(
          "contact: expected a name and where it is from, found \"%s\" and \"%s\"."
              .formatted(draft.name(), draft.source()));
    }
    if (!bases.contains(draft.legalBasis())) {
      throw HandselException.usage(
          "contact, legal basis: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", bases), draft.legalBasis()));
    }
  }

  private static List<String> changedFields(Contact before, ContactDraft after) {
    List<String> fields = new ArrayList<>();
    differs(fields, "name", before.name(), after.name());
    differs(fields, "role", before.role(), after.role());
    differs(fields, "mail", before.mail(), after.mail());
    differs(fields, "phone", before.phone(), after.phone());
    differs(fields, "address", before.address(), after.address());
    differs(fields, "legalBasis", before.legalBasis(), after.legalBasis());
    differs(fields, "source", before.source(), after.source());
    return fields;
  }

  private static void differs(
      List<String> fields, String name, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      fields.add(name);
    }
  }
}
