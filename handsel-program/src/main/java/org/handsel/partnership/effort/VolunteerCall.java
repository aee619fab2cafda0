package org.handsel.partnership.effort;

import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Who;

/// A call for volunteers and who answered.
///
/// @param task what they are asked for
/// @param hours that are looked for
/// @param until by when
/// @param signUps all that were not withdrawn
public record VolunteerCall(
    String id,
    String partnership,
    String task,
    long hours,
    LocalDate until,
    LocalDate calledOn,
    Who who,
    List<SignUp> signUps) {
  public VolunteerCall {
    signUps = List.copyOf(signUps);
  }

  /// Somebody who signed up.
  ///
  /// @param name as others know them, such as a user name
  public record SignUp(String id, String name, long hours, LocalDate day) {}

  /// Hours that people signed up for.
  public long signedUp() {
    return signUps.stream().mapToLong(SignUp::hours).sum();
  }
}
