package org.handsel.partnership.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.draft.Clause;
import org.handsel.partnership.draft.Draft;
import org.handsel.partnership.draft.Drafts;
import org.handsel.platform.EditConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Drafts of what may be signed.
abstract class DraftsBehaviour extends Desks {
  private Drafts drafts;

  @BeforeEach
  void drafts() {
    drafts = new Drafts(database, history, clock, "Wikimedia Utopia");
  }

  private String written(Draft draft, String format) {
    return new String(drafts.write(draft, format, true), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(value = Rung.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE_NEEDED")
  void everyKindIsMarkedAsADraftAndSaysWhyInBothLanguages(Rung kind) {
    String id = on(kind);
    for (String language : Drafts.LANGUAGES) {
      Draft draft = drafts.of(id, kind, language);
      assertThat(draft.gaps()).as("nothing is settled yet").isGreaterThan(4);
      for (String format : new String[] {"md", "wiki", "html"}) {
        assertThat(written(draft, format))
            .contains(language.equals("de") ? "Entwurf zur juristischen" : "Draft for a lawyer");
      }
      assertThat(drafts.write(draft, "pdf", true))
          .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
      assertThat(draft.notes())
          .allMatch(note -> !note.reason().isBlank() && !note.precedent().isBlank());
      assertThat(draft.text()).doesNotContain("{", "null");
    }
  }

  @Test
  void everyRungHasTheClausesThatItNeeds() {
    assertThat(drafts.clauses(Rung.ONE_SIDED_RELEASE))
        .extracting(Clause::id)
        .contains("declaration", "licence", "no-guarantee", "liability")
        .doesNotContain("ours", "renegotiation", "indemnity");
    assertThat(drafts.clauses(Rung.AGREEMENT))
        .extracting(Clause::id)
        .contains("parties", "selection", "indemnity", "renegotiation", "end", "two-signatures");
  }

  @Test
  void checklistAndLedgerFillTheGaps() {
    String id = on(Rung.MEMORANDUM);
    long before = drafts.of(id, Rung.MEMORANDUM, "en").gaps();
    gatekeeper.meet(ADA, id, "licence", "CC BY-SA 4.0", null, clock.today());
    capacities.set(ADA, "", "Ada", 10, null, "");
    agreed(commitments.promise(ADA, ours(id, "upload", "Upload the files", 8)));
    commitments.wish(ADA, ours(id, "event", "A congress", 80), "too much");
    agreed(
        commitments.promise(
            ADA,
            CommitmentDraft.theirs(id, "files", "90,000 files", "the archive", day("2027-01-31"))));
    Draft draft = drafts.of(id, Rung.MEMORANDUM, "en");
    assertThat(draft.gaps()).isEqualTo(before - 1);
    assertThat(draft.text())
        .contains(
            "Bundesarchiv (the institution) and Wikimedia Utopia (the community)",
            "under this licence: CC BY-SA 4.0",
            "- Upload the files (by 2027-02-28, Ada)",
            "- 90,000 files (by 2027-01-31, the archive)")
        .as("a wish is no promise")
        .doesNotContain("A congress");
  }

  @Test
  void whatWasWaivedLeavesNoGap() {
    String id = on(Rung.MEMORANDUM);
    gatekeeper.waive(ADA, id, "speaking", "not wanted");
    assertThat(drafts.of(id, Rung.MEMORANDUM, "en").text())
        .doesNotContain("[…: How each side speaks of the other]");
  }

  @Test
  void nothingThatPeopleWriteBecomesMarkup() {
    String id = on(Rung.LETTER);
    gatekeeper.meet(
        ADA,
        id,
        "scope",
        "<script>alert(1)</script> {{delete}} [[Category:X]] '''bold'''\n# a heading of its own",
        null,
        clock.today());
    Draft draft = drafts.of(id, Rung.LETTER, "en");
    assertThat(written(draft, "html")).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(written(draft, "wiki")).doesNotContain("{{", "[[", "'''bold", "<script>");
    assertThat(written(draft, "md")).doesNotContain("<script>").doesNotContain("\n# a heading");
  }

  @Test
  void editedTextStandsUntilItIsGivenUp() {
    String id = on(Rung.LETTER);
    Draft edited = drafts.save(ADA, id, Rung.LETTER, "de", 0, "# Unser Brief\r\n\r\nLiebe Leute");
    assertThat(edited.edited()).isTrue();
    assertThat(edited.text()).isEqualTo("# Unser Brief\n\nLiebe Leute");
    gatekeeper.meet(ADA, id, "licence", "CC0", null, clock.today());
    assertThat(drafts.of(id, Rung.LETTER, "de").text()).isEqualTo(edited.text());
    assertThatThrownBy(() -> drafts.save(BO, id, Rung.LETTER, "de", 0, "mine"))
        .isInstanceOf(EditConflict.class)
        .hasMessageContaining("Ada");
    assertThat(drafts.reset(BO, id, Rung.LETTER, "de").text()).contains("CC0");
    assertThat(history.of("draft", Drafts.subject(id, Rung.LETTER, "de"), 5))
        .extracting(change -> change.action())
        .containsExactly("remove", "add");
  }
}
