package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What one person has to do, in one piece instead of many mails.
///
/// @param day for which it was made; a week from it is "this week"
/// @param lines the most urgent part first, in each part the oldest day first
public record Digest(Who who, LocalDate day, List<Line> lines) {
  public Digest {
    lines = List.copyOf(lines);
  }

  /// Why a line is in the digest, in the order of the digest.
  public enum Part {
    /// Something that others did to what one has a claim on.
    NOTICE,
    /// Revisits whose day is past.
    OVERDUE,
    /// Revisits of the coming week.
    THIS_WEEK,
    /// Steps that are due in the coming week or overdue.
    STEP,
    /// Claims that run out in the coming week.
    CLAIM,
    /// Events of the coming two weeks, and those past without a result.
    EVENT,
    /// People whose data is not needed any more.
    RETENTION,
    /// Revisits that are overdue for two weeks and nobody's.
    NOBODYS;

    public String code() {
      return Coded.code(this);
    }
  }

  /// One thing to do.
  ///
  /// @param subject id of the partnership, institution, event, notice or contact
  /// @param institution its name, or empty
  /// @param title of the partnership or event, or the masked label of a person, or empty
  /// @param day by or on which, or null
  /// @param detail the step, the reason to come back, or what the notice says
  public record Line(
      Part part,
      String subject,
      String institution,
      String title,
      @Nullable LocalDate day,
      String detail) {}

  /// Lines of one part.
  public List<Line> of(Part part) {
    return lines.stream().filter(line -> line.part() == part).toList();
  }

  /// The digest as plain text in English.
  public String text() {
    StringBuilder text = new StringBuilder("%s, %s%n".formatted(who.name(), day));
    for (Part part : Part.values()) {
      List<Line> of = of(part);
      if (!of.isEmpty()) {
        text.append("%n%s%n".formatted(heading(part)));
        for (Line line : of) {
          text.append("  ").append(sentence(line)).append(System.lineSeparator());
        }
      }
    }
    if (lines.isEmpty()) {
      text.append("Nothing is due.").append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String sentence(Line line) {
    StringBuilder sentence = new StringBuilder();
    if (line.day() != null) {
      sentence.append(line.day()).append("  ");
    }
    sentence.append(line.institution());
    if (!line.title().isEmpty()) {
      sentence.append(line.institution().isEmpty() ? "" : " – ").append(line.title());
    }
    if (!line.detail().isEmpty()) {
      sentence.append(": ").append(line.detail().replaceAll("\\s+", " "));
    }
    return sentence.toString();
  }

  private static String heading(Part part) {
    return switch (part) {
      case NOTICE -> "You should know";
      case OVERDUE -> "Come back, overdue";
      case THIS_WEEK -> "Come back this week";
      case STEP -> "Next steps";
      case CLAIM -> "Claims that run out";
      case EVENT -> "Events";
      case RETENTION -> "Personal data that is not needed any more";
      case NOBODYS -> "Overdue and nobody's";
    };
  }
}
