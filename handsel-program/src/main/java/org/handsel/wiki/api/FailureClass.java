package org.handsel.wiki.api;

/// What to do after a request failed; `error-classes.tsv` gives each code its class.
public enum FailureClass {
  /// Passes by itself: wait, then try again.
  WAIT,
  /// The edit token is too old: fetch a new one, once.
  TOKEN,
  /// The login was lost: log in again, once.
  LOGIN,
  /// No further file can succeed: end the run in order.
  STOP_BATCH,
  /// The pieces of this file are gone from the wiki: send them once more.
  RESTART_STASH,
  /// The wiki expects another piece than the one sent.
  ADJUST_OFFSET,
  /// The wiki already holds these bytes under this title.
  SAME_BYTES,
  /// A person has to change the title.
  FIX_TITLE,
  /// A person has to change the file.
  FIX_FILE,
  /// The wiki does not fetch a file from this address; it can be sent from here.
  OTHER_WAY,
  /// A person has to look.
  PERSON,
  /// An edit met another edit or a condition of its own.
  EDIT,
  /// The structured data were refused; the file itself is not affected.
  STRUCTURED_DATA,
  /// Unknown code: stop this file, keep the batch, show the code.
  STOP_FILE
}
