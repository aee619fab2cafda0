package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.wiki.api.FaultyWiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which bytes come to a wiki beside the ordinary one: fetched by the wiki itself,
/// assembled and published when it has time, brought ahead of their publication.
class UploadWaysTest {
  private static final RunOptions.Ways BY_URL = new RunOptions.Ways(true, false, 0);
  private static final RunOptions.Ways ASYNC = new RunOptions.Ways(false, true, 0);

  @TempDir Path folder;

  private Rehearsal rehearsal(RunOptions.Ways ways) {
    return Rehearsal.patient(folder, RunOptions.DEFAULT.ways(ways));
  }

  private static void allThere(Rehearsal rehearsal, RunReport report, int files) {
    assertThat(report.status().proven()).as(report.message()).isEqualTo(files);
    assertThat(rehearsal.wiki.commits()).isEqualTo(files);
    for (PlanEntry entry : rehearsal.plan) {
      assertThat(rehearsal.wiki.file(entry.title()).sha1()).isEqualTo(entry.sha1());
      assertThat(rehearsal.wiki.file(entry.title()).text()).isEqualTo(entry.wikitext());
    }
  }

  @Test
  void whatTheRecordSaysIsOnTheWebIsFetchedByTheWiki() {
    try (Rehearsal rehearsal = rehearsal(BY_URL)) {
      rehearsal.onTheWeb("File:One.jpg", 1, 300, Map.of());
      rehearsal.onTheWeb("File:Large two.jpg", 2, 11_000, Map.of());
      rehearsal.file("File:Not on the web.jpg", 3, 300, Map.of());

      allThere(rehearsal, rehearsal.run(), 3);

      assertThat(rehearsal.wiki.count("url=http://museum.example/")).isEqualTo(2);
      assertThat(rehearsal.wiki.count("offset=0")).isZero(); // no bytes went from here
      assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(5);
    }
  }

  @Test
  void nothingIsFetchedUnlessSomebodyWantsItAndTheAccountMay() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(false, false, 0))) {
      rehearsal.onTheWeb("File:One.jpg", 1, 300, Map.of());
      allThere(rehearsal, rehearsal.run(), 1);

      rehearsal.options = RunOptions.DEFAULT.ways(BY_URL);
      rehearsal.wiki.byUrl(false);
      rehearsal.onTheWeb("File:Two.jpg", 2, 300, Map.of());
      RunReport report = rehearsal.run();

      allThere(rehearsal, report, 2);
      assertThat(report.message()).contains("right upload_by_url");
      assertThat(rehearsal.wiki.count("url=http")).isZero();
    }
  }

  @Test
  void aServerThatTakesOnlySmallRequestsGetsSmallerOnesAndIsAskedForMoreOnce() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(false, false, 0))) {
      rehearsal.wiki.requestLimit(4_000);
      rehearsal.file("File:One.jpg", 1, 6_000, Map.of());
      rehearsal.file("File:Two.jpg", 2, 6_000, Map.of());
      rehearsal.file("File:Large three.jpg", 3, 12_000, Map.of());
      rehearsal.file("File:Small four.jpg", 4, 300, Map.of());

      allThere(rehearsal, rehearsal.run(), 4);

      // One whole and one piece of 4,000 were too large; of 2,000 nothing was.
      assertThat(rehearsal.wiki.count("action=upload&filename=One.jpg")).isEqualTo(2 + 3 + 1);
      assertThat(rehearsal.wiki.count("action=upload&filename=Two.jpg")).isEqualTo(3 + 1);
      assertThat(rehearsal.wiki.count("action=upload&filename=Large three.jpg")).isEqualTo(6 + 1);
      assertThat(rehearsal.wiki.count("action=upload&filename=Small four.jpg")).isEqualTo(1);
    }
  }

  @Test
  void whatNoRequestCanCarryIsKeptBackAndGoesWhenTheServerTakesIt() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(false, false, 0))) {
      rehearsal.wiki.requestLimit(2_000);
      rehearsal.file("File:One.jpg", 1, 6_000, Map.of());
      rehearsal.file("File:Small two.jpg", 2, 300, Map.of());

      RunReport report = rehearsal.run();

      assertThat(report.status().refused()).isEqualTo(1);
      assertThat(rehearsal.failures().getFirst()).contains("http-413", "Tell its operators");
      assertThat(rehearsal.reported()).containsExactly("File:Small two.jpg");
      rehearsal.wiki.requestLimit(1 << 20);
      allThere(rehearsal, rehearsal.run(), 2);
    }
  }

  @Test
  void otherBytesAtTheAddressAreNeverPublished() {
    try (Rehearsal rehearsal = rehearsal(BY_URL)) {
      rehearsal.onTheWeb("File:One.jpg", 1, 300, Map.of());
      rehearsal.wiki.onTheWeb("http://museum.example/1.jpg", Rehearsal.bytes(77, 300));

      RunReport report = rehearsal.run();

      allThere(rehearsal, report, 1);
      assertThat(report.message())
          .contains("did not fetch 1 file from the web", "1 × url-other-bytes (museum.example)");
      assertThat(rehearsal.lines("ledger.jsonl")).anyMatch(line -> line.contains("not-fetched"));
    }
  }

  @Test
  void aServerThatTheWikiDoesNotAllowIsAFindingAndAskedOnce() {
    try (Rehearsal rehearsal = rehearsal(BY_URL)) {
      for (int i = 1; i <= 5; i++) {
        rehearsal.onTheWeb("File:Picture %d.jpg".formatted(i), i, 300, Map.of());
      }
      rehearsal.wiki.fault("url=http", "copyuploadbaddomain", 100);

      RunReport report = rehearsal.run();

      allThere(rehearsal, report, 5);
      assertThat(rehearsal.wiki.count("url=http")).isEqualTo(1);
      assertThat(report.message()).contains("1 × copyuploadbaddomain (museum.example)");
    }
  }

  @Test
  void aWikiThatFailsWhileItFetchesIsNotAskedForEver() {
    try (Rehearsal rehearsal = rehearsal(BY_URL)) {
      rehearsal.onTheWeb("File:One.jpg", 1, 300, Map.of());
      rehearsal.wiki.fault("url=http", "503-before", 1_000_000);

      allThere(rehearsal, rehearsal.run(), 1);

      assertThat(rehearsal.wiki.count("url=http")).isEqualTo(2);
    }
  }

  @Test
  void whatTheWikiDoesWhenItHasTimeIsWaitedFor() {
    try (Rehearsal rehearsal = rehearsal(ASYNC)) {
      rehearsal.file("File:Large one.jpg", 1, 11_000, Map.of());
      rehearsal.file("File:Small two.jpg", 2, 300, Map.of());
      rehearsal.wiki.polls(3);

      allThere(rehearsal, rehearsal.run(), 2);

      // Put together and published, each asked for until it was ready.
      assertThat(rehearsal.wiki.count("checkstatus=1")).isEqualTo(8);
    }
  }

  @Test
  void aWikiThatNeverFindsTimeLeavesTheFileUnsettledAndIsAskedFirstTheNextTime() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(true, true, 0))) {
      rehearsal.onTheWeb("File:One.jpg", 1, 300, Map.of());
      rehearsal.wiki.holdJobs(true);

      RunReport report = rehearsal.run();

      assertThat(rehearsal.wiki.files()).isEmpty();
      assertThat(report.status().unsettled()).isEqualTo(1);
      assertThat(rehearsal.failures().getFirst()).contains("still-queued");

      rehearsal.wiki.holdJobs(false);
      allThere(rehearsal, rehearsal.run(), 1);
      assertThat(rehearsal.wiki.count("filekey=whole0&checkstatus=&url=&async=1")).isEqualTo(1);
    }
  }

  @Test
  void filesBroughtAheadArePublishedInTheOrderOfThePlan() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(false, false, 4))) {
      for (int i = 1; i <= 12; i++) {
        // The first of each four takes many pieces, so that the others overtake it on their way.
        rehearsal.file("File:Picture %d.jpg".formatted(i), i, i % 4 == 1 ? 9_000 : 300, Map.of());
      }
      rehearsal.wiki.serviceTime(Duration.ofMillis(15));

      allThere(rehearsal, rehearsal.run(), 12);

      List<Long> pages = new ArrayList<>();
      for (PlanEntry entry : rehearsal.plan) {
        pages.add(rehearsal.wiki.file(entry.title()).pageId());
      }
      assertThat(pages).isSorted();
      List<String> requests = rehearsal.wiki.requests();
      int published = first(requests, "filename=Picture 1.jpg", "&filekey=whole");
      int third = first(requests, "filename=Picture 3.jpg", "&offset=0");
      assertThat(third).as("the third came ahead of the first's publication").isLessThan(published);
    }
  }

  private static int first(List<String> requests, String... parts) {
    for (int i = 0; i < requests.size(); i++) {
      boolean all = true;
      for (String part : parts) {
        all &= requests.get(i).contains(part);
      }
      if (all) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void aFileThatIsRefusedHoldsUpNoneBehindIt() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(true, true, 3))) {
      rehearsal.file("File:Picture 1.jpg", 1, 300, Map.of());
      rehearsal.onTheWeb("File:Blacklisted.jpg", 2, 300, Map.of());
      rehearsal.file("File:Picture 3.jpg", 3, 9_000, Map.of());
      rehearsal.onTheWeb("File:Taken.jpg", 4, 300, Map.of());
      rehearsal.onTheWeb("File:Picture 5.jpg", 5, 300, Map.of());
      rehearsal.wiki.put("File:Taken.jpg", Rehearsal.bytes(99, 10));

      RunReport report = rehearsal.run();

      assertThat(report.status().proven()).isEqualTo(3);
      assertThat(report.status().refused()).isEqualTo(2);
      assertThat(rehearsal.reported())
          .containsExactly("File:Picture 1.jpg", "File:Picture 3.jpg", "File:Picture 5.jpg");
      assertThat(FaultyWiki.sha1(Rehearsal.bytes(99, 10)))
          .isEqualTo(rehearsal.wiki.file("File:Taken.jpg").sha1());
    }
  }

  @Test
  void aStashThatTheWikiForgotIsSentAgain() {
    try (Rehearsal rehearsal = rehearsal(new RunOptions.Ways(false, false, 2)).files(4)) {
      rehearsal.wiki.fault("filekey=whole", "uploadstash-file-not-found", 1);

      allThere(rehearsal, rehearsal.run(), 4);
    }
  }
}
