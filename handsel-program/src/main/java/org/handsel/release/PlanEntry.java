package org.handsel.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file of a release: one line of `plan.jsonl`. The plan never changes while it runs; what
/// happened stands in the ledger.
///
/// @param item id of the item; empty for a file without a record
/// @param file path of the file below the release's files folder; empty for a record without a file
/// @param sha1 of the file, 40 hexadecimal digits; empty when there is none
/// @param bytes length of the file
/// @param title title with namespace as the wiki stores it, such as `File:A view - Museum - 12.jpg`
/// @param wikitext text of the file page
/// @param structuredData captions (`labels`) and statements, as `wbeditentity` takes them
/// @param checks what was found, problems first
/// @param state `ready` (may be uploaded) or `blocked` (a check says no)
/// @param rights URI of the statement under which it goes; null when blocked for rights
/// @param ground what that rests on: `delivery` where the source itself states it for work and
///   reproduction, `agreement` where the profile says that the partner declared it; null when
///   blocked for rights, and in plans of older versions
/// @param pages of the file, where it has more than one; null otherwise, and in plans of older
///   versions
/// @param url where the record says that this very file is on the web; null when it does not, and
///   in plans of older versions
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanEntry(
    String item,
    String file,
    String sha1,
    long bytes,
    String title,
    String wikitext,
    Map<String, Object> structuredData,
    List<Check> checks,
    String state,
    @Nullable String rights,
    @Nullable String ground,
    @Nullable Integer pages,
    @Nullable String url) {

  public static final String READY = "ready";
  public static final String BLOCKED = "blocked";
  public static final String DELIVERY = "delivery";
  public static final String AGREEMENT = "agreement";

  public PlanEntry {
    checks = List.copyOf(checks);
  }

  /// An entry of a file with one page that is nowhere on the web.
  public PlanEntry(
      String item,
      String file,
      String sha1,
      long bytes,
      String title,
      String wikitext,
      Map<String, Object> structuredData,
      List<Check> checks,
      String state,
      @Nullable String rights,
      @Nullable String ground) {
    this(
        item,
        file,
        sha1,
        bytes,
        title,
        wikitext,
        structuredData,
        checks,
        state,
        rights,
        ground,
        null,
        null);
  }

  /// An entry that does not say what its rights rest on, either.
  public PlanEntry(
      String item,
      String file,
      String sha1,
      long bytes,
      String title,
      String wikitext,
      Map<String, Object> structuredData,
      List<Check> checks,
      String state,
      @Nullable String rights) {
    this(item, file, sha1, bytes, title, wikitext, structuredData, checks, state, rights, null);
  }

  /// Something that was checked and what came of it.
  ///
  /// @param code stable code such as `TITLE_TAKEN`, `RIGHTS_HOLD`, `IMAGE_TRUNCATED`
  /// @param severity `error` blocks the file, `warning` does not
  /// @param message where, what was found, what was expected, what to do
  public record Check(String code, String severity, String message) {}

  /// The same file with other checks, and the state that follows from them.
  PlanEntry with(List<Check> others) {
    return with(wikitext, others);
  }

  /// The same file with another page.
  PlanEntry with(String otherText, List<Check> others) {
    List<Check> sorted = Checks.sorted(others);
    return new PlanEntry(
        item,
        file,
        sha1,
        bytes,
        title,
        otherText,
        structuredData,
        sorted,
        Checks.state(sorted),
        rights,
        ground,
        pages,
        url);
  }

  /// The same file with other captions and statements.
  PlanEntry stating(Map<String, Object> other) {
    return new PlanEntry(
        item, file, sha1, bytes, title, wikitext, other, checks, state, rights, ground, pages, url);
  }

  public boolean ready() {
    return state.equals(READY);
  }

  /// The same file under another title.
  PlanEntry titled(String other) {
    return new PlanEntry(
        item,
        file,
        sha1,
        bytes,
        other,
        wikitext,
        structuredData,
        checks,
        state,
        rights,
        ground,
        pages,
        url);
  }
}
