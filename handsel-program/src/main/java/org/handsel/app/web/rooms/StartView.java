package org.handsel.app.web.rooms;

import java.time.LocalDate;
import java.util.List;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.Notice;
import org.handsel.platform.History.Change;
import org.handsel.release.ReleaseRegister;
import org.jspecify.annotations.Nullable;

/// The start page.
///
/// @param told what others did to the reader's institutions
/// @param sections what to do, the most urgent first
/// @param quiet the reader's partnerships without a word for three months
/// @param questions institutions with open questions
/// @param releases how many there are
/// @param newest the last few of them
/// @param latest changes, the newest first
public record StartView(
    List<Told> told,
    List<Section> sections,
    List<Card> quiet,
    List<Open> questions,
    LocalDate today,
    int releases,
    List<ReleaseRegister.Entry> newest,
    List<Change> latest) {
  public StartView {
    told = List.copyOf(told);
    sections = List.copyOf(sections);
    quiet = List.copyOf(quiet);
    questions = List.copyOf(questions);
    newest = List.copyOf(newest);
    latest = List.copyOf(latest);
  }

  /// Whether there is nothing to do.
  public boolean calm() {
    return told.isEmpty() && sections.isEmpty() && quiet.isEmpty();
  }

  /// Something that others did.
  public record Told(Notice notice, String institution) {}

  /// Lines of one kind.
  ///
  /// @param part `overdue`, `this-week`, `step`, `claim`, `event`, `retention` or `nobodys`
  public record Section(String part, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /// One thing to do.
  ///
  /// @param path where it is done
  public record Line(
      String path, String institution, String title, @Nullable LocalDate day, String detail) {}

  /// An institution with open questions.
  public record Open(String institution, String name, int questions) {}
}
