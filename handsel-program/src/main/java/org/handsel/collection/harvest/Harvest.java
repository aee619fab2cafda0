package org.handsel.collection.harvest;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.harvest.HarvestFolder.Page;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// Fetches the records of a repository page by page and keeps each page as it came. A harvest that
/// was stopped goes on with the page after the last one that is safely there. Used by one thread.
public final class Harvest {
  /// So many pages without a record, one after the other, lead nowhere.
  private static final int EMPTY_PAGES = 50;

  private final HarvestRequest request;
  private final OaiRequests requests;
  private final HarvestFolder folder;
  private final Progress progress;
  private final List<HarvestProblem> problems = new ArrayList<>();
  private final Set<String> tokens = new HashSet<>();
  private final Set<Long> contents = new HashSet<>();
  private long records;
  private long deleted;
  private int empty;
  private boolean totalKnown;

  private Harvest(
      HarvestRequest request, OaiRequests requests, HarvestFolder folder, Progress progress) {
    this.request = request;
    this.requests = requests;
    this.folder = folder;
    this.progress = progress;
  }

  /// Harvests into a folder, or goes on with it.
  ///
  /// @param restart whether what is in the folder of this harvest is thrown away
  /// @throws HandselException with exit 2 when the repository refuses the request, or an address
  ///   must not be contacted; with exit 3 when there is no answer or no room. What was fetched is
  ///   kept
  public static HarvestOutcome run(
      HarvestRequest request, Path out, boolean restart, HarvestPace pace, Progress progress) {
    return run(request, out, restart, pace, InetAddress::getAllByName, progress);
  }

  static HarvestOutcome run(
      HarvestRequest request,
      Path out,
      boolean restart,
      HarvestPace pace,
      Addresses.Resolver resolver,
      Progress progress) {
    OaiRequests requests =
        new OaiRequests(pace, new Addresses(request.privateNetworks(), resolver));
    HarvestFolder folder = HarvestFolder.open(out, request, restart);
    return new Harvest(request, requests, folder, progress).all();
  }

  private HarvestOutcome all() {
    for (Page page : folder.pages()) {
      remember(page);
    }
    progress.step(records + deleted, "");
    boolean complete = !folder.pages().isEmpty() && folder.pages().getLast().next().isEmpty();
    String token = folder.pages().isEmpty() ? "" : folder.pages().getLast().next();
    try {
      while (!complete && problems.stream().noneMatch(Harvest::ends)) {
        complete = page(token);
        token = folder.pages().isEmpty() ? "" : folder.pages().getLast().next();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      problem("HARVEST_STOPPED", "stopped. What was fetched is kept: run the same command again.");
    }
    return new HarvestOutcome(folder.pages().size(), records, deleted, complete, problems);
  }

  private static boolean ends(HarvestProblem problem) {
    return !problem.code().equals("PAGE_BROKEN") && !problem.code().equals("SIZE_DIFFERS");
  }

  private void remember(Page page) {
    tokens.add(page.token());
    records += page.records();
    deleted += page.deleted();
    if (page.identifiers() != 0) {
      contents.add(page.identifiers());
    }
    empty = page.records() + page.deleted() == 0 ? empty + 1 : 0;
  }

  /// Fetches one page.
  ///
  /// @return whether it is the last
  private boolean page(String token) throws InterruptedException {
    byte[] bytes = requests.get(request.address(), query(token));
    OaiPage page = OaiPage.of(bytes);
    if (!page.error().isEmpty()) {
      return error(page, token);
    }
    if (page.broken() != null && !page.isAnswer() && folder.pages().isEmpty()) {
      throw HandselException.usage(
          "%s: no repository of OAI-PMH: %s. Check the address."
              .formatted(request.address(), page.broken()));
    }
    if (page.identifiers() != 0 && contents.contains(page.identifiers())) {
      problem(
          "HARVEST_LOOPS",
          "the repository gives the same records again: expected further ones. It would never end;"
              + " what came before is kept. Tell the institution.");
      return false;
    }
    folder.add(token, bytes, page);
    remember(folder.pages().getLast());
    if (page.size() >= 0 && !totalKnown) {
      totalKnown = true;
      progress.total(page.size());
    }
    progress.step(page.records() + page.deleted(), folder.pages().getLast().file());
    String broken = page.broken();
    if (broken != null) {
      problem(
          "PAGE_BROKEN",
          "%s is not well-formed (%s): it is kept, and what can be read of it is read when it is mapped.%s"
              .formatted(
                  folder.pages().getLast().file(),
                  broken,
                  page.token().isEmpty()
                      ? " No way to the next page was found in it: run the command again with"
                          + " --restart later, or ask the institution."
                      : ""));
      if (page.token().isEmpty()) {
        problem("HARVEST_STOPPED", "the way to the next page is lost with a broken page.");
        return false;
      }
    }
    if (!page.token().isEmpty() && tokens.contains(page.token())) {
      problem(
          "HARVEST_LOOPS",
          "the repository gives the resumption token \"%s\" a second time: expected a new one. It would never end; what came before is kept. Tell the institution."
              .formatted(cut(page.token())));
      return false;
    }
    if (empty >= EMPTY_PAGES) {
      problem(
          "HARVEST_LOOPS",
          "%d pages without a record, one after the other: it would never end. What came before is kept. Tell the institution."
              .formatted(empty));
      return false;
    }
    boolean last = page.token().isEmpty();
    if (last && page.size() >= 0 && page.size() != records + deleted) {
      problem(
          "SIZE_DIFFERS",
          "the repository said that it has %,d records and gave %,d."
              .formatted(page.size(), records + deleted));
    }
    return last;
  }

  /// @return true when there is nothing more
  private boolean error(OaiPage page, String token) {
    if (page.error().equals("noRecordsMatch")) {
      return true;
    }
    if (page.error().equals("badResumptionToken") && !token.isEmpty()) {
      problem(
          "TOKEN_REFUSED",
          "the repository does not know the resumption token \"%s\" any more (%s). Begin anew with --restart."
              .formatted(cut(token), cut(page.message())));
      return false;
    }
    throw HandselException.usage(
        "%s: the repository refuses the request: %s (%s).%s"
            .formatted(
                request.address(),
                page.error(),
                cut(page.message()),
                page.error().equals("cannotDisseminateFormat")
                    ? " Choose another --prefix; its answer to verb=ListMetadataFormats names them."
                    : ""));
  }

  private Map<String, String> query(String token) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("verb", "ListRecords");
    if (!token.isEmpty()) {
      query.put("resumptionToken", token);
      return query;
    }
    query.put("metadataPrefix", request.prefix());
    put(query, "set", request.set());
    put(query, "from", request.from());
    put(query, "until", request.until());
    return query;
  }

  private static void put(Map<String, String> query, String key, @Nullable String value) {
    if (value != null) {
      query.put(key, value);
    }
  }

  private void problem(String code, String reason) {
    problems.add(new HarvestProblem(folder.pages().size(), code, reason));
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
