package org.handsel.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a line of the ledger tells.
enum Step {
  /// A run began.
  @JsonProperty("run")
  RUN,
  /// The file is about to be sent; on the disk before the request leaves.
  @JsonProperty("intended")
  INTENDED,
  /// The request left.
  @JsonProperty("sent")
  SENT,
  /// The wiki took pieces of a large file.
  @JsonProperty("stashed")
  STASHED,
  /// The wiki did not fetch the file from the web, or fetched another: it is sent from here.
  @JsonProperty("not-fetched")
  NOT_FETCHED,
  /// The wiki said that it published the file; not yet read back.
  @JsonProperty("answered")
  ANSWERED,
  /// The wiki holds these bytes under this title: read back.
  @JsonProperty("proven")
  PROVEN,
  /// The wiki held these bytes before, without this release's doing.
  @JsonProperty("already-there")
  ALREADY_THERE,
  /// The wiki, or a look at the file, said no.
  @JsonProperty("refused")
  REFUSED,
  /// The answer was lost and the wiki could not be asked.
  @JsonProperty("unsettled")
  UNSETTLED,
  /// Captions and statements are about to be sent, these; on the disk before the request leaves.
  @JsonProperty("data-intended")
  DATA_INTENDED,
  /// Captions and statements are on the wiki.
  @JsonProperty("data-done")
  DATA_DONE,
  /// Captions or statements were refused; the file itself stays released.
  @JsonProperty("data-problem")
  DATA_PROBLEM,
  /// A later correction reached the wiki, or stood there already: what page, data and file are
  /// planned to be since then.
  @JsonProperty("refreshed")
  REFRESHED,
  /// A pilot began, with these files.
  @JsonProperty("pilot")
  PILOT,
  /// Somebody judged the pilot.
  @JsonProperty("judged")
  JUDGED,
  /// The run ended, in order.
  @JsonProperty("ended")
  ENDED;

  /// As it stands in the ledger.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
