package org.handsel.readiness.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import tools.jackson.databind.JsonNode;

/// What makes a finding the same one again in a later audit. An audit that the table does not name
/// is known by its whole evidence. Immutable.
public final class FindingIdentity {
  private final Map<String, List<String>> keys = new HashMap<>();

  public FindingIdentity() {
    for (ResourceTable.Row row :
        ResourceTable.read(FindingIdentity.class, "identity.tsv", "audit", "evidence").rows()) {
      keys.put(row.cell(0), row.list(1));
    }
  }

  Map<String, List<String>> table() {
    return Map.copyOf(keys);
  }

  /// @param finding a line of `findings.jsonl`
  public String of(JsonNode finding) {
    return of(finding, finding.path("title").asString(""));
  }

  /// The identity that the finding would have if its page had another title.
  String of(JsonNode finding, String title) {
    StringBuilder identity = new StringBuilder();
    String audit = finding.path("audit").asString("");
    identity.append(audit).append('\0').append(title);
    JsonNode evidence = finding.path("evidence");
    List<String> named = keys.get(audit);
    if (named == null) {
      return identity.append('\0').append(evidence).toString();
    }
    for (String key : named) {
      identity.append('\0').append(evidence.path(key));
    }
    return identity.toString();
  }

  /// 64 bits of an identity: among ten million findings two would share them in one of 370,000
  /// comparisons, and then one finding would be called open that is not.
  public static long hash(String identity) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < identity.length(); at++) {
      hash = (hash ^ identity.charAt(at)) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
