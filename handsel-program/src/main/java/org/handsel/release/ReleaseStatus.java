package org.handsel.release;

/// How far a release is; each line of the plan is counted once among blocked, proven, already
/// there, refused, unsettled and left.
///
/// @param planned lines of the plan
/// @param blocked lines that a check keeps back
/// @param ready lines that may be uploaded
/// @param proven files read back from the wiki: same bytes, this title
/// @param alreadyThere files whose bytes the wiki held before
/// @param refused files that the wiki or a look at the file said no to
/// @param unsettled files whose outcome is unknown until the wiki is asked
/// @param left ready files not yet sent
/// @param dataProblems files on the wiki whose captions or statements were refused
/// @param dataLeft files on the wiki whose captions or statements are still to be sent
/// @param pilot `none`, `in progress`, `waiting for judgement`, or the judgement
public record ReleaseStatus(
    int planned,
    int blocked,
    int ready,
    int proven,
    int alreadyThere,
    int refused,
    int unsettled,
    int left,
    int dataProblems,
    int dataLeft,
    String pilot) {

  /// One line for a person.
  public String sentence() {
    return ("%d planned, %d blocked, %d ready: %d on the wiki and read back, %d there before, %d"
            + " refused, %d unsettled, %d left")
        .formatted(planned, blocked, ready, proven, alreadyThere, refused, unsettled, left);
  }
}
