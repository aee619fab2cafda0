package org.handsel.partnership.briefs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.prospects.WikiGaps;
import org.handsel.partnership.register.Identifier;
import org.handsel.partnership.register.Institution;
import org.handsel.rights.conditions.LetterAnalysis.Answerable;
import org.jspecify.annotations.Nullable;

/// All that a person wants to have read before a meeting. Holds no names of persons.
///
/// @param day on which it was put together
/// @param known answered questions of the profile, in the order of a first talk
/// @param open questions that nobody has answered
/// @param counted precedents with figures that can be shown, those that fit best first
/// @param asks what to ask for, in the order of a talk
/// @param questions what they will ask, with answers
/// @param timeline what passed so far, the newest first
/// @param more how many entries the timeline has beside these
/// @param contacts whom the group knows there, by role
/// @param gaps what an audit found, from which offers can be made
public record Brief(
    LocalDate day,
    Institution institution,
    List<Identifier> identifiers,
    Prospect prospect,
    List<Answered> known,
    List<String> open,
    List<FittingPrecedent> precedents,
    List<FittingPrecedent> counted,
    List<Ask> asks,
    List<TheirQuestion> questions,
    List<Passed> timeline,
    boolean more,
    List<Role> contacts,
    List<WikiGaps> gaps) {
  public Brief {
    identifiers = List.copyOf(identifiers);
    known = List.copyOf(known);
    open = List.copyOf(open);
    precedents = List.copyOf(precedents);
    counted = List.copyOf(counted);
    asks = List.copyOf(asks);
    questions = List.copyOf(questions);
    timeline = List.copyOf(timeline);
    contacts = List.copyOf(contacts);
    gaps = List.copyOf(gaps);
  }

  /// An answered question of the profile.
  ///
  /// @param value as people write it, such as a share as a percentage
  /// @param evidence address or place, or empty
  public record Answered(String question, String value, String evidence, LocalDate asOf) {}

  /// Something to ask for.
  ///
  /// @param texts by language
  public record Ask(String id, Map<String, String> texts) {
    public String in(String language) {
      return texts.getOrDefault(language, texts.getOrDefault("en", ""));
    }
  }

  /// What the institution will ask, with an answer.
  ///
  /// @param condition that stands behind it
  /// @param expected whether its profile says that it will come, rather than only usage
  public record TheirQuestion(
      String id,
      String question,
      String answer,
      boolean expected,
      @Nullable LikelyCondition condition) {}

  /// A condition that is likely, with what can be offered.
  public record LikelyCondition(
      String id, String name, Answerable verdict, List<String> offers, String warning) {
    public LikelyCondition {
      offers = List.copyOf(offers);
    }
  }

  /// Something that passed.
  ///
  /// @param kind `mail`, `meeting` …
  /// @param direction `out`, `in` or `both`
  /// @param answer what the institution said, or empty
  public record Passed(
      LocalDate day, String kind, String direction, String answer, String text, String by) {}

  /// People of one role.
  ///
  /// @param persons how many the group knows in this role
  public record Role(String role, int persons, @Nullable LocalDate lastContact) {}
}
