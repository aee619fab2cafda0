package org.handsel.wiki.api;

import java.util.List;
import java.util.Map;

/// What is to be sent so that structured data say what is planned now and keep what people did.
///
/// @param data as `wbeditentity` takes it; empty when there is nothing to send
/// @param brought what that changes
/// @param conflicts what is left as people have it
public record DataMerge(
    Map<String, Object> data, List<DataChange> brought, List<DataConflict> conflicts) {
  public DataMerge {
    brought = List.copyOf(brought);
    conflicts = List.copyOf(conflicts);
  }
}
