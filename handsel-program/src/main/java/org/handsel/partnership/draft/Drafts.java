package org.handsel.partnership.draft;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.agreement.Agreement;
import org.handsel.partnership.agreement.GateItem;
import org.handsel.partnership.agreement.GateView;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Once;
import org.handsel.platform.Who;
import org.handsel.platform.paper.Paper;
import org.jspecify.annotations.Nullable;

/// Drafts of one-sided releases, letters, memoranda and agreements.
///
/// A draft is written from the clauses until a person edits it; then the edited text stands until
/// it is given up. Safe for use by many threads.
public final class Drafts {
  /// Languages of the clauses.
  public static final List<String> LANGUAGES = List.of("de", "en");

  /// What may be written.
  public static final List<String> FORMATS = List.of("html", "md", "wiki", "pdf");

  private static final int LONGEST = 200_000;
  private static final float LINE = 460;
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)\\}");

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Gatekeeper gatekeeper;
  private final Commitments commitments;
  private final String community;
  private final Once<ClauseBook> book = Once.of(ClauseBook::new);
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /// @param community name of the chapter or group; empty leaves a gap
  public Drafts(Database database, History history, Clock clock, String community) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.community = community.strip();
    this.gatekeeper = new Gatekeeper(database, history, clock);
    this.commitments = new Commitments(database, history, clock);
  }

  /// Clauses of a kind of draft, in order.
  public List<Clause> clauses(Rung kind) {
    return book.get().of(kind);
  }

  /// A draft as it stands.
  ///
  /// @param kind from [Rung#ONE_SIDED_RELEASE] on
  public Draft of(String partnership, Rung kind, String language) {
    check(kind, language);
    List<Draft.Note> notes =
        book.get().of(kind).stream()
            .map(clause ->
                new Draft.Note(
                    clause.heading().in(language),
                    clause.reason().in(language),
                    clause.precedent()))
            .toList();
    String title = book.get().word("title." + kind.code(), language);
    Optional<Kept> kept = kept(partnership, kind, language);
    return new Draft(
        partnership,
        kind,
        language,
        title,
        kept.map(Kept::text).orElseGet(() -> written(partnership, kind, language, title)),
        kept.isPresent(),
        kept.map(Kept::version).orElse(0L),
        notes);
  }

  /// Keeps an edited text.
  ///
  /// @param version that was edited
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Draft save(
      Who who, String partnership, Rung kind, String language, long version, String text) {
    check(kind, language);
    String clean = text.replace("\r\n", "\n").strip();
    if (clean.isEmpty() || clean.length() > LONGEST) {
      throw HandselException.usage(
          "draft: expected a text of up to %d characters, found %d."
              .formatted(LONGEST, clean.length()));
    }
    String subject = subject(partnership, kind, language);
    boolean saved =
        database.writeAndGet(handle -> {
          Optional<Kept> before = Kept.find(handle, partnership, kind, language);
          if (before.map(Kept::version).orElse(0L) != version) {
            return false;
          }
          int rows =
              handle
                  .createUpdate(
                      """
                      insert into agreement_draft (partnership, kind, language, text, version, changed_at, who, who_name)
                      values (:partnership, :kind, :language, :text, 1, :now, :who, :name)
                      on conflict (partnership, kind, language) do update set text = excluded.text,
                        version = agreement_draft.version + 1, changed_at = excluded.changed_at,
                        who = excluded.who, who_name = excluded.who_name
                      where agreement_draft.version = :version
                      """)
                  .bind("partnership", partnership)
                  .bind("kind", kind.code())
                  .bind("language", language)
                  .bind("text", clean)
                  .bind("now", clock.millis())
                  .bind("who", who.id())
                  .bind("name", who.name())
                  .bind("version", version)
                  .execute();
          if (rows == 0) {
            return false;
          }
          history.note(
              handle,
              who,
              "draft",
              subject,
              before.isPresent() ? "change" : "add",
              before.orElse(null),
              Kept.find(handle, partnership, kind, language).orElseThrow());
          return true;
        });
    if (!saved) {
      throw history.conflict("draft", subject);
    }
    return of(partnership, kind, language);
  }

  /// Gives an edited text up, so that the draft is written from the clauses again.
  public Draft reset(Who who, String partnership, Rung kind, String language) {
    database.write(handle -> {
      Optional<Kept> before = Kept.find(handle, partnership, kind, language);
      if (before.isPresent()) {
        handle.execute(
            "delete from agreement_draft where partnership = ? and kind = ? and language = ?",
            partnership,
            kind.code(),
            language);
        history.note(
            handle,
            who,
            "draft",
            subject(partnership, kind, language),
            "remove",
            before.get(),
            null);
      }
    });
    return of(partnership, kind, language);
  }

  /// What the history calls a draft.
  public static String subject(String partnership, Rung kind, String language) {
    return partnership + "/" + kind.code() + "/" + language;
  }

  /// A draft in a format of [#FORMATS].
  ///
  /// @param notes whether the reasons and precedents of the clauses stand below it
  public byte[] write(Draft draft, String format, boolean notes) {
    return switch (format) {
      case "md" -> bytes(DraftText.markdown(blocks(draft, notes)));
      case "wiki" -> bytes(DraftText.wikitext(blocks(draft, notes)));
      case "html" -> bytes(html(draft, notes));
      case "pdf" -> new Paper(List.of(), LINE).pdf(html(draft, notes));
      default ->
          throw HandselException.usage(
              "format: expected one of %s, found \"%s\"."
                  .formatted(String.join(", ", FORMATS), format));
    };
  }

  private List<DraftPage.Block> blocks(Draft draft, boolean notes) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(book.get().word("draft", draft.language())).append("**\n");
    text.append(draft.text()).append('\n');
    if (notes) {
      text.append("## ").append(book.get().word("why", draft.language())).append('\n');
      for (Draft.Note note : draft.notes()) {
        text.append(
            "- **%s.** %s %s%n"
                .formatted(
                    note.heading(),
                    note.reason(),
                    book.get().word("precedent", draft.language(), note.precedent())));
      }
    }
    return DraftText.blocks(text.toString());
  }

  private String html(Draft draft, boolean notes) {
    StringOutput out = new StringOutput();
    templates.render(
        "draft/page.jte",
        new DraftPage(
            draft,
            book.get().word("draft", draft.language()),
            notes ? book.get().word("why", draft.language()) : "",
            style(),
            DraftText.blocks(draft.text())),
        out);
    return out.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void check(Rung kind, String language) {
    if (kind == Rung.NONE_NEEDED || !LANGUAGES.contains(language)) {
      throw HandselException.usage(
          "draft: expected a kind from one-sided-release on and a language of %s, found %s and \"%s\"."
              .formatted(String.join(", ", LANGUAGES), kind.code(), language));
    }
  }

  private String written(String partnership, Rung kind, String language, String title) {
    Map<String, String> values = values(partnership, kind, language);
    StringBuilder text = new StringBuilder("# ").append(title).append("\n");
    for (Clause clause : book.get().of(kind)) {
      text.append("\n## ").append(clause.heading().in(language)).append('\n');
      text.append(filled(clause.text().in(language), values).strip()).append('\n');
    }
    return text.toString();
  }

  private static String filled(String text, Map<String, String> values) {
    Matcher place = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (place.find()) {
      String name = place.group(1);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalStateException("clauses.yaml: nothing is known of {" + name + "}");
      }
      place.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    place.appendTail(out);
    return out.toString();
  }

  /// What stands for each place; a gap where nothing is known yet.
  private Map<String, String> values(String partnership, Rung kind, String language) {
    GateView gate = gatekeeper.of(partnership);
    Agreement agreement = gate.agreement();
    Map<String, String> values = new HashMap<>();
    for (GateItem item : gatekeeper.items()) {
      String said = line(gate.statement(item.id()));
      // Only items that this kind of paper needs leave a gap; others are simply not mentioned.
      values.put(
          item.id(),
          said.isEmpty() && item.neededOn(kind) && !waived(gate, item)
              ? gap(item.title().in(language), language)
              : said);
    }
    values.put("institution", institution(partnership));
    values.put(
        "community",
        community.isEmpty() ? gap(book.get().word("community", language), language) : community);
    values.put("date", day(agreement.signedOn(), "date", language));
    values.put("renegotiation", day(agreement.renegotiateOn(), "renegotiation", language));
    LocalDate end = agreement.endsOn();
    String said = line(gate.statement("end"));
    values.put(
        "end",
        end != null
            ? book.get().word("end-on", language, end.toString())
            : said.isEmpty() ? gap(book.get().word("end", language), language) : said);
    if (waived(gate, gatekeeper.item("indemnity"))) {
      values.put("indemnity", book.get().word("no-indemnity", language));
    }
    List<Commitment> all = commitments.of(partnership);
    values.put("ours", promises(all, Commitment.COMMUNITY, language));
    values.put("theirs", promises(all, Commitment.INSTITUTION, language));
    return values;
  }

  private static boolean waived(GateView gate, GateItem item) {
    return gate.items().stream()
        .anyMatch(state -> state.item().equals(item) && state.state().equals("waived"));
  }

  private String promises(List<Commitment> all, String side, String language) {
    List<String> lines = new ArrayList<>();
    for (Commitment one : all) {
      if (one.side().equals(side) && one.state().equals("agreed")) {
        String due = one.due().toString();
        lines.add(
            "- %s (%s)"
                .formatted(
                    line(one.text()),
                    one.everyMonths() == null
                        ? book.get().word("by", language, due, line(one.keeper()))
                        : book.get()
                            .word("every", language, one.everyMonths(), due, line(one.keeper()))));
      }
    }
    return lines.isEmpty() ? book.get().word("none", language) : String.join("\n", lines);
  }

  private String day(@Nullable LocalDate day, String name, String language) {
    return day == null ? gap(book.get().word(name, language), language) : day.toString();
  }

  private String gap(String what, String language) {
    return book.get().word("gap", language, what);
  }

  /// Text of people on one line, so that it cannot begin a heading or list of its own.
  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private String institution(String partnership) {
    return line(
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select i.name from partnership p join institution i on i.id = p.institution
                    where p.id = :id
                    """)
                .bind("id", partnership)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() ->
                    HandselException.usage(
                        "partnership \"%s\": there is none.".formatted(partnership)))));
  }

  private Optional<Kept> kept(String partnership, Rung kind, String language) {
    return database.read(handle -> Kept.find(handle, partnership, kind, language));
  }

  private static String style() {
    try (InputStream in = Drafts.class.getResourceAsStream("draft.css")) {
      if (in == null) {
        throw new IllegalStateException("draft.css is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
