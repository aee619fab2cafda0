package org.handsel.release;

import java.util.Locale;
import org.handsel.platform.HandselException;

/// A line of a plan whose picture is there already, and what is to become of it: a line of
/// `duplicates.tsv`.
///
/// @param item of the line, and `file`: which line of the plan is meant
/// @param kind how it is known
/// @param of title of the file that is there already, on the wiki or planned
/// @param agreement how well the pictures agree, 1 for the same bytes
/// @param by who answered; empty while nobody did
public record Duplicate(
    String item,
    String file,
    Kind kind,
    String of,
    double agreement,
    Answer answer,
    String by,
    String note) {

  /// How it is known.
  public enum Kind {
    /// Another line of the plan has the same bytes.
    SAME_BYTES,
    /// The wiki holds the same bytes.
    ON_WIKI,
    /// The wiki has something else under this title.
    TITLE_TAKEN,
    /// Another line shows the same picture in other bytes.
    LOOKS_ALIKE;

    /// As it stands in the file.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What is to become of the line.
  public enum Answer {
    /// Kept back until somebody answers.
    ASK,
    /// Not sent; the line is linked to the file that is there.
    LINK,
    /// As `LINK`, and that file is given the statements and captions that it lacks.
    DATA,
    /// Sent under another title.
    RENAME,
    /// Sent: it is another picture.
    KEEP;

    /// As it stands in the file and on the command line.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  FileKey key() {
    return new FileKey(item, file);
  }

  boolean linked() {
    return answer == Answer.LINK || answer == Answer.DATA;
  }

  /// The same with an answer.
  ///
  /// @throws HandselException with exit 2 when the answer does not fit
  Duplicate answered(Answer other, String who, String why) {
    boolean fits =
        switch (other) {
          case ASK -> true;
          case LINK, DATA -> kind != Kind.TITLE_TAKEN;
          case RENAME -> kind == Kind.TITLE_TAKEN;
          case KEEP -> kind == Kind.LOOKS_ALIKE;
        };
    if (!fits) {
      throw HandselException.usage(
          "%s, %s: the answer %s does not fit %s: expected %s."
              .formatted(
                  item,
                  file,
                  other.word(),
                  kind.word(),
                  switch (kind) {
                    case TITLE_TAKEN -> "rename or ask";
                    case LOOKS_ALIKE -> "link, data, keep or ask";
                    case SAME_BYTES, ON_WIKI -> "link, data or ask";
                  }));
    }
    return new Duplicate(item, file, kind, of, agreement, other, who, why);
  }
}
