package org.handsel.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;

/// What is known of the rights in one layer of an item.
///
/// @param uri normalised statement or licence, null when none was recognised
/// @param verdict what Commons makes of it
/// @param raw the delivered text; null when nothing was delivered
/// @param path where it was read; `rights.release` when the agreement decides
/// @param reason why the verdict is what it is
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LayerRights(
    @Nullable String uri,
    Verdict verdict,
    @Nullable String raw,
    @Nullable String path,
    String reason) {

  public LayerRights {
    verdict = verdict == null ? Verdict.UNKNOWN : verdict;
    reason = reason == null ? "" : reason;
  }

  /// Nothing was said about this layer.
  public static LayerRights silent(String layer) {
    return new LayerRights(
        null, Verdict.UNKNOWN, null, null, "nothing is said about the rights in the " + layer);
  }
}
