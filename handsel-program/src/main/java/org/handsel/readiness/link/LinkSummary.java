package org.handsel.readiness.link;

import java.util.List;
import java.util.Map;
import org.handsel.authority.calibration.Calibration;
import org.handsel.platform.Exit;

/// What came of linking a dump: `summary.json`.
///
/// @param scheme of the authority file's ids, such as `gnd`
/// @param records of the authority file that links may lead to
/// @param known biographies whose identifier of this scheme stands on the page; held back from
///   linking
/// @param judged links that could be judged by it or by reviewers, who judge all candidates
/// @param agreed of these, links that lead to the right record
/// @param byPeople biographies on which reviewers' word counts
/// @param settled of the judged biographies, those that reviewers judged
/// @param recalibrated whether the probabilities were fitted to the judged links
/// @param before reliability of the judged links as they were found
/// @param after the same after recalibration, each link judged by a fit to the others
/// @param acceptedFrom probability from which links were accepted
/// @param fresh accepted links to pages that name no record yet
/// @param edits proposed for the wiki
/// @param statements proposed for Wikidata
/// @param conflicts pages whose own identifier differs from an accepted link
/// @param library notes for the library by kind
public record LinkSummary(
    String wiki,
    String dump,
    String authority,
    String scheme,
    long biographies,
    long records,
    long accepted,
    long review,
    long none,
    long known,
    long judged,
    long agreed,
    long byPeople,
    long settled,
    boolean recalibrated,
    List<Calibration.Band> before,
    List<Calibration.Band> after,
    double acceptedFrom,
    long fresh,
    long edits,
    long statements,
    long conflicts,
    Map<String, Long> library,
    List<String> remarks,
    List<String> problems) {
  public Exit exit() {
    return problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
  }
}
