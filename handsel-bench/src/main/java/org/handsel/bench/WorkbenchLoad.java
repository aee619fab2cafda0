package org.handsel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Database;
import org.handsel.platform.Workspace;

/// The workbench under a group: the real program on a full workspace, twenty people with a second
/// of thought between two clicks, each of whom walks over every page but those on paper.
///
/// Prints for each page the median over the rounds of its 95th percentile, and the time to start
/// and the resident memory of the program. A second argument keeps the workspace in that folder.
final class WorkbenchLoad {
  private static final long THINKING = 1000;
  private static final Pattern ADDRESS = Pattern.compile("Workbench: (http\\S+)");

  private final Workspace workspace;
  private final FullWorkspace.Size size;
  private final int rounds;
  private final Map<String, List<Double>> ninetyFifths = new TreeMap<>();
  private final Map<String, List<Double>> medians = new TreeMap<>();
  private List<String> institutions = List.of();
  private List<String> partnerships = List.of();
  private List<String> contacts = List.of();
  private List<String[]> entries = List.of();
  private List<String> occasions = List.of();

  private WorkbenchLoad(Workspace workspace, FullWorkspace.Size size, int rounds) {
    this.workspace = workspace;
    this.size = size;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    boolean whole = args[0].equals("long");
    FullWorkspace.Size size =
        whole
            ? new FullWorkspace.Size(100_000, 2_000, 200_000, 20)
            : new FullWorkspace.Size(5_000, 200, 5_000, 5);
    Path place = args.length > 1 ? Path.of(args[1]) : Places.scratch();
    Workspace workspace = new Workspace(place.resolve("home"));
    if (!Files.exists(workspace.home())) {
      long before = System.nanoTime();
      FullWorkspace.fill(workspace, size);
      System.out.printf(
          Locale.ROOT,
          "workspace of %,d institutions, %,d partnerships, %,d entries made in %.0f s%n",
          size.institutions(),
          size.partnerships(),
          size.entries(),
          (System.nanoTime() - before) / 1e9);
    }
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : whole ? 5 : 1;
    new WorkbenchLoad(workspace, size, rounds).measure();
    if (args.length == 1) {
      Places.remove(place);
    }
  }

  private void measure() throws Exception {
    look();
    long begun = System.nanoTime();
    Process program =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      URI address = address(program);
      new WorkbenchUser(address).get("/login", false);
      Figure.print(
          "workbench, start to first page", (System.nanoTime() - begun) / 1e9, "s", 3, false);
      List<WorkbenchUser> users = new ArrayList<>();
      for (int i = 0; i < size.users(); i++) {
        WorkbenchUser user = new WorkbenchUser(address);
        user.logIn(FullWorkspace.user(i), FullWorkspace.PASSWORD);
        users.add(user);
      }
      // The first walk of everybody is over before anything counts: the program is still compiled.
      round(users, -1);
      Map<String, List<Double>> first = new TreeMap<>(ninetyFifths);
      ninetyFifths.clear();
      medians.clear();
      for (int round = 0; round < rounds; round++) {
        round(users, round);
      }
      first
          .getOrDefault("all pages", List.of())
          .forEach(
              time -> Figure.print("all pages, p95 of the first minute", time, "ms", 100, false));
      print(program.pid());
    } finally {
      program.destroy();
      program.waitFor();
    }
  }

  /// Ids of things that pages show.
  private void look() {
    try (Database database = Database.open(workspace.databaseUrl(), Clock.systemUTC())) {
      institutions =
          ids(database, "institution i join partnership p on p.institution = i.id", "i.id");
      partnerships = ids(database, "partnership", "id");
      contacts = ids(database, "contact", "id");
      occasions = ids(database, "occasion", "id");
      entries =
          database.read(handle ->
              handle
                  .createQuery("select id, partnership from timeline_entry order by id limit 2000")
                  .map((row, context) ->
                      new String[] {row.getString("id"), row.getString("partnership")})
                  .list());
    }
  }

  private static List<String> ids(Database database, String from, String id) {
    return database.read(handle ->
        handle
            .createQuery("select " + id + " from " + from + " order by 1 limit 2000")
            .mapTo(String.class)
            .list());
  }

  /// The program as a user starts it.
  private List<String> command() {
    return List.of(
        System.getProperty("handsel.launcher", "../handsel"),
        "--home",
        workspace.home().toString(),
        "serve",
        "--port",
        "0");
  }

  /// What the program says when it listens; what it says later is read away.
  private static URI address(Process program) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> said.lines().forEach(further -> {}));
        return URI.create(found.group(1));
      }
    }
    throw new IllegalStateException("the workbench ended before it listened");
  }

  /// What one click asks for.
  private record Click(String name, String path, boolean part) {}

  private List<Click> walk(Random random) {
    String institution = institutions.get(random.nextInt(institutions.size()));
    String partnership = partnerships.get(random.nextInt(partnerships.size()));
    String[] entry = entries.get(random.nextInt(entries.size()));
    String of = "/partnerships/" + partnership;
    List<Click> clicks = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/board",
            "/calendar",
            "/commitments",
            "/conditions",
            "/guides",
            "/history",
            "/institutions",
            "/institutions/new",
            "/institutions/duplicates",
            "/links",
            "/prospects",
            "/readiness",
            "/releases",
            "/settings",
            "/settings/habits")) {
      clicks.add(new Click(path, path, false));
    }
    clicks.add(new Click("/board of a team", "/board?team=north", false));
    clicks.add(new Click("/calendar of all", "/calendar?who=all", false));
    clicks.add(
        new Click("/calendar/events/…", "/calendar/events/" + any(occasions, random), false));
    clicks.add(new Click("/contacts/…", "/contacts/" + any(contacts, random), false));
    clicks.add(new Click("/guides/…", "/guides/" + random.nextInt(6), false));
    clicks.add(new Click("/history, later page", "/history?page=40", false));
    clicks.add(
        new Click(
            "/institutions, later page", "/institutions?page=" + (2 + random.nextInt(900)), false));
    clicks.add(new Click("/institutions of a country", "/institutions?country=DE", false));
    clicks.add(new Click("/institutions/…", "/institutions/" + institution, false));
    clicks.add(new Click("/institutions/…/edit", "/institutions/" + institution + "/edit", false));
    clicks.add(new Click("/partnerships/…", of, false));
    clicks.add(
        new Click(
            "/partnerships/…/entries/…",
            "/partnerships/" + entry[1] + "/entries/" + entry[0],
            false));
    clicks.add(new Click("/partnerships/…/agreement", of + "/agreement", false));
    clicks.add(new Click("/partnerships/…/commitments", of + "/commitments", false));
    clicks.add(new Click("/partnerships/…/draft", of + "/draft", false));
    clicks.add(new Click("/partnerships/…/work", of + "/work", false));
    clicks.add(new Click("/conditions of an entry", "/conditions?entry=" + entry[0], false));
    clicks.add(
        new Click(
            "/prospects of a country",
            "/prospects?country=" + (random.nextBoolean() ? "DE" : "US"),
            false));
    clicks.add(
        new Click(
            "/prospects, other weights", "/prospects?w-rights=" + (1 + random.nextInt(3)), false));
    clicks.add(
        new Click("/prospects, later page", "/prospects?page=" + (2 + random.nextInt(900)), false));
    clicks.add(new Click("/prospects, map", "/prospects?view=map", false));
    clicks.add(new Click("/prospects/…", "/prospects/" + institution, false));
    clicks.add(new Click("/prospects/…/letter", "/prospects/" + institution + "/letter", false));
    clicks.add(
        new Click("/prospects/…/brief.html", "/prospects/" + institution + "/brief.html", false));
    clicks.add(
        new Click("/prospects/…/slides.html", "/prospects/" + institution + "/slides.html", false));
    Collections.shuffle(clicks, random);
    return clicks;
  }

  /// A name as it is typed: after each pause of the hand the list follows.
  private static List<Click> typing(Random random) {
    String[] names = {"stadtmuseum lindenau", "göteborg library", "musée valmont", "railway bath"};
    String name = names[random.nextInt(names.length)];
    List<Click> clicks = new ArrayList<>();
    for (int letters = 1; letters <= name.length(); letters += 2) {
      clicks.add(
          new Click(
              "search while typing",
              "/institutions?q=" + WorkbenchUser.encoded(name.substring(0, letters)),
              true));
    }
    return clicks;
  }

  private static String any(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private void round(List<WorkbenchUser> users, int round)
      throws InterruptedException, ExecutionException {
    Map<String, ConcurrentLinkedQueue<Double>> times =
        new java.util.concurrent.ConcurrentHashMap<>();
    try (ExecutorService all = Executors.newFixedThreadPool(users.size())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < users.size(); i++) {
        Random random = new Random(round * 100L + i);
        WorkbenchUser user = users.get(i);
        running.add(
            all.submit(() -> {
              walk(user, random, times);
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    times.forEach((name, of) -> {
      double[] sorted = of.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      ninetyFifths.computeIfAbsent(name, n -> new ArrayList<>()).add(at(sorted, 0.95));
      medians.computeIfAbsent(name, n -> new ArrayList<>()).add(at(sorted, 0.5));
    });
  }

  private void walk(
      WorkbenchUser user, Random random, Map<String, ConcurrentLinkedQueue<Double>> times)
      throws IOException, InterruptedException {
    // Not all at the same moment.
    Thread.sleep(random.nextLong(THINKING));
    for (Click click : walk(random)) {
      note(times, click.name(), user.get(click.path(), click.part()));
      Thread.sleep(THINKING);
    }
    for (Click click : typing(random)) {
      note(times, click.name(), user.get(click.path(), click.part()));
      Thread.sleep(THINKING / 5);
    }
    String partnership = any(partnerships, random);
    user.get("/partnerships/" + partnership, false);
    Thread.sleep(THINKING);
    note(
        times,
        "note is logged",
        user.send(
            "/partnerships/" + partnership + "/log", "kind=note&direction=out&text=measured"));
  }

  private static void note(
      Map<String, ConcurrentLinkedQueue<Double>> times, String name, double time) {
    times.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>()).add(time);
    if (!name.equals("search while typing")) {
      times.computeIfAbsent("all pages", n -> new ConcurrentLinkedQueue<>()).add(time);
    }
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  private void print(long pid) throws IOException {
    ninetyFifths.forEach((name, all) -> {
      double limit = name.equals("search while typing") ? 50 : 100;
      double median =
          Figure.median(
              medians.getOrDefault(name, List.of()).stream().mapToDouble(d -> d).toArray());
      Figure.print(
          "%s, p95 (p50 %.0f)".formatted(name, median),
          Figure.median(all.stream().mapToDouble(d -> d).toArray()),
          "ms",
          limit,
          false);
    });
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
        Figure.print(
            "workbench, memory " + (line.startsWith("VmRSS:") ? "at the end" : "at most"),
            Double.parseDouble(line.replaceAll("\\D", "")) * 1.024 / 1000,
            "MB",
            300,
            false);
      }
    }
  }
}
