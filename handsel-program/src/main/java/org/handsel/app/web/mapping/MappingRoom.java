package org.handsel.app.web.mapping;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.ProfileText;
import org.handsel.collection.mapping.ReadyProfiles;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.StarterMapping;
import org.handsel.platform.HandselException;
import org.handsel.platform.Settings;
import org.jspecify.annotations.Nullable;

/// Deliveries, and the page on which one is mapped.
final class MappingRoom implements Room {
  private static final long MOST_BYTES = 200_000_000;
  private static final int LONGEST_PROFILE = 400_000;
  private static final int MOST_RECORDS = 1_000_000_000;

  private final Shelf shelf;
  private final Noted noted;
  private final Looks looks;
  private final Wholes wholes = new Wholes();
  private final PaperForm paper = new PaperForm();
  private final SelectorForm selectors = new SelectorForm();
  private final @Nullable WikiView wiki;

  MappingRoom(Shelf shelf, Noted noted, Looks looks, Settings settings) {
    this.shelf = shelf;
    this.noted = noted;
    this.looks = looks;
    this.wiki = WikiView.of(settings);
  }

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(78, "/mappings", "mapping.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/mappings", Role.VIEWER, page -> list(page, 200, page.form(Map.of())));
    routes.upload("/mappings", Role.MEMBER, MOST_BYTES, this::take);
    routes.get("/mappings/{name}", Role.VIEWER, page -> desk(page, "", "notice"));
    routes.post("/mappings/{name}/begin", Role.MEMBER, this::begin);
    routes.post("/mappings/{name}/map", Role.MEMBER, this::map);
    routes.post("/mappings/{name}/selector", Role.MEMBER, this::selector);
    routes.post("/mappings/{name}/paper", Role.MEMBER, this::paper);
    routes.post("/mappings/{name}/undo", Role.MEMBER, this::undo);
    routes.get("/mappings/{name}/preview", Role.VIEWER, this::preview);
    routes.get("/mappings/{name}/wiki", Role.MEMBER, this::wiki);
    routes.get("/mappings/{name}/text", Role.VIEWER, page -> text(page, 200, "", ""));
    routes.post("/mappings/{name}/text", Role.MEMBER, this::write);
    routes.get("/mappings/{name}/mapping.yaml", Role.VIEWER, this::file);
    routes.post("/mappings/{name}/whole", Role.MEMBER, this::whole);
    routes.get("/mappings/{name}/whole", Role.VIEWER, this::howFar);
  }

  static String base(String name) {
    return "/mappings/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Path delivery(Page page) {
    return shelf.delivery(page.part("name")).orElseThrow(page::notFound);
  }

  private ProfileStore store(Page page) {
    return shelf.profile(String.valueOf(delivery(page).getFileName()));
  }

  private void list(Page page, int status, Form form) {
    page.show(
        status,
        "mapping/list.jte",
        new DeliveryList(
            shelf.names().stream()
                .map(name ->
                    new DeliveryList.Row(
                        name, base(name), Files.exists(shelf.profile(name).file())))
                .toList(),
            shelf.folder().toString(),
            form));
  }

  private void take(Page page) throws IOException {
    Form form = page.form();
    Optional<Page.Upload> file = page.file("file");
    if (file.isEmpty()) {
      form.problem("file", "mapping.file.missing");
      list(page, 422, form);
      return;
    }
    Optional<String> name = shelf.add(file.get().name(), file.get().content().open());
    if (name.isEmpty()) {
      form.problem("file", "mapping.file.name");
      list(page, 422, form);
      return;
    }
    noted.change(page.who(), name.get(), "add", Map.of(), Map.of("file", name.get()));
    page.redirect(base(name.get()));
  }

  private void begin(Page page) {
    Path delivery = delivery(page);
    try {
      Optional<SourceProfile> look = looks.look(delivery, SourceSpec.RECOGNISE);
      if (look.isEmpty()) {
        page.notice(Notice.Kind.NOTICE, "mapping.reading");
      } else {
        String text =
            ReadyProfiles.fitting(delivery)
                .map(ReadyProfiles.Ready::text)
                .orElseGet(() -> StarterMapping.of(look.get()));
        if (store(page).begin(text)) {
          noted.change(
              page.who(), page.part("name"), "add", Map.of(), Map.of("file", "mapping.yaml"));
        }
      }
    } catch (HandselException unreadable) {
      page.notice(Notice.Kind.ERROR, "mapping.plain", String.valueOf(unreadable.getMessage()));
    }
    page.redirect(base(page.part("name")));
  }

  /// Shows the page, or its part for a page that is open already.
  private void desk(Page page, String said, String kind) {
    page.show(kind.equals("error") ? 422 : 200, "mapping/desk.jte", view(page, said, kind));
  }

  private DeskView view(Page page, String said, String kind) {
    Path delivery = delivery(page);
    ProfileStore store = store(page);
    ProfileText profile = store.text().orElse(new ProfileText("{}"));
    String faults = "";
    SourceSpec spec = SourceSpec.RECOGNISE;
    SourceProfile look = null;
    try {
      if (store.text().isPresent()) {
        spec = store.load().source();
      }
    } catch (HandselException wrong) {
      faults = String.valueOf(wrong.getMessage());
    }
    try {
      look = looks.look(delivery, spec).orElse(null);
    } catch (HandselException unreadable) {
      faults = String.valueOf(unreadable.getMessage());
    }
    boolean broken = broken(profile);
    return new DeskView(
        page.part("name"),
        base(page.part("name")),
        look,
        profile,
        store.text().isEmpty() || broken ? List.of() : DeskView.targets(profile, page.words()),
        paper.of(broken ? new ProfileText("{}") : profile),
        said,
        kind,
        faults,
        store.last().map(step -> new DeskView.Taken(step.who(), step.what(), step.after())),
        wholes.of(store),
        wiki != null);
  }

  /// Whether the text is no YAML at all; then it can only be mended as a text.
  private static boolean broken(ProfileText text) {
    try {
      text.keys(List.of());
      return false;
    } catch (HandselException wrong) {
      return true;
    }
  }

  private void map(Page page) {
    Form form = page.form();
    String from = form.text("from", 2000);
    String beside = form.text("add", 80);
    String to = beside.isEmpty() ? form.text("to", 80) : beside;
    if (to.equals("new")) {
      to = "fields." + form.text("new", 40);
    }
    Optional<Place> place = Place.selected(to);
    if (place.isEmpty()) {
      desk(page, page.text("mapping.name.wrong"), "error");
      return;
    }
    if (from.isEmpty()) {
      desk(page, page.text("mapping.choose.first"), "error");
      return;
    }
    boolean add = !beside.isEmpty() && !place.get().equals(Place.ID);
    String value = selectors.yaml(place.get(), from, looked(page).orElse(null));
    change(
        page,
        Map.of(place.get(), form.value("was." + to)),
        text -> add ? text.add(place.get().keys(), value) : text.set(place.get().keys(), value));
  }

  private Optional<SourceProfile> looked(Page page) {
    try {
      return looks.look(delivery(page), store(page).load().source());
    } catch (HandselException wrong) {
      return Optional.empty();
    }
  }

  private void selector(Page page) {
    Form form = page.form();
    Optional<Place> place = Place.selected(form.value("place"));
    if (place.isEmpty()) {
      throw page.notFound();
    }
    change(
        page,
        Map.of(place.get(), form.value("was")),
        text -> selectors.changed(text, place.get(), form));
  }

  private void paper(Page page) {
    Form form = page.form();
    change(page, paper.seen(form), text -> paper.changed(text, form));
  }

  private void change(Page page, Map<Place, String> seen, UnaryOperator<ProfileText> change) {
    ProfileStore store = store(page);
    try {
      Optional<ProfileText> before = store.text();
      ProfileStore.Result result = store.change(page.who().name(), page.now(), seen, change);
      if (!result.made()) {
        desk(page, page.text("mapping.faster", result.place(), who(store)), "warning");
        return;
      }
      note(page, seen.keySet(), before.orElse(result.text()), result.text());
      answer(page, "mapping.done", String.join(", ", names(seen)));
    } catch (HandselException wrong) {
      desk(page, page.text("mapping.refused", String.valueOf(wrong.getMessage())), "error");
    }
  }

  private static List<String> names(Map<Place, String> seen) {
    return seen.keySet().stream().map(Place::toString).sorted().toList();
  }

  private static String who(ProfileStore store) {
    return store.last().map(ProfileStore.Step::who).orElse("?");
  }

  private void note(Page page, Iterable<Place> places, ProfileText before, ProfileText after) {
    if (before.text().equals(after.text())) {
      return;
    }
    java.util.TreeMap<String, String> old = new java.util.TreeMap<>();
    java.util.TreeMap<String, String> now = new java.util.TreeMap<>();
    for (Place place : places) {
      if (!place.whole()) {
        old.put(place.toString(), before.value(place.keys()).orElse(""));
        now.put(place.toString(), after.value(place.keys()).orElse(""));
      }
    }
    noted.change(page.who(), page.part("name"), "change", old, now);
  }

  /// With a script the page stays and its parts change; without, it is opened anew.
  private void answer(Page page, String key, Object... arguments) {
    if (page.fragment()) {
      desk(page, page.text(key, arguments), "success");
    } else {
      page.notice(Notice.Kind.SUCCESS, key, arguments);
      page.redirect(base(page.part("name")));
    }
  }

  private void undo(Page page) {
    Optional<ProfileStore.Step> step = store(page).undo(page.form().value("mark"));
    if (step.isEmpty()) {
      desk(page, page.text("mapping.undo.late"), "warning");
      return;
    }
    noted.change(
        page.who(), page.part("name"), "undo", Map.of("what", step.get().what()), Map.of());
    answer(page, "mapping.undone", step.get().what());
  }

  private void preview(Page page) {
    Path delivery = delivery(page);
    String name = page.part("name");
    int from = page.number("from", 1, MOST_RECORDS, 1);
    TrialView view;
    try {
      MappingProfile profile = store(page).load();
      view = TrialView.of(name, base(name), Trial.of(delivery, profile, from), from, wiki != null);
    } catch (HandselException wrong) {
      view = TrialView.fault(name, base(name), String.valueOf(wrong.getMessage()), wiki != null);
    }
    page.show(page.fragment() ? "mapping/trial.jte" : "mapping/preview.jte", view);
  }

  private void wiki(Page page) {
    WikiView shown = wiki;
    if (shown == null) {
      throw page.notFound();
    }
    int from = page.number("from", 1, MOST_RECORDS, 1);
    try {
      Trial trial = Trial.of(delivery(page), store(page).load(), from);
      String html = shown.of(page.part("name"), trial, page.clock());
      page.policy(WikiView.POLICY);
      page.send("text/html; charset=utf-8", "", html.getBytes(StandardCharsets.UTF_8));
    } catch (HandselException wrong) {
      page.notice(Notice.Kind.ERROR, "mapping.plain", String.valueOf(wrong.getMessage()));
      page.redirect(base(page.part("name")));
    }
  }

  private void text(Page page, int status, String typed, String fault) {
    ProfileText now = store(page).text().orElseThrow(page::notFound);
    page.show(
        status,
        "mapping/text.jte",
        new TextView(
            page.part("name"),
            base(page.part("name")),
            typed.isEmpty() ? now.text() : typed,
            ProfileStore.mark(now.text()),
            fault,
            typed.isEmpty() ? "" : now.text()));
  }

  /// Takes a profile that was edited as a text.
  private void write(Page page) {
    Form form = page.form();
    String typed = form.value("text").replace("\r\n", "\n");
    if (typed.length() > LONGEST_PROFILE) {
      text(page, 422, typed.substring(0, LONGEST_PROFILE), page.text("mapping.text.long"));
      return;
    }
    ProfileStore store = store(page);
    try {
      store.checked(new ProfileText(typed));
      ProfileStore.Result result =
          store.change(
              page.who().name(),
              page.now(),
              Map.of(Place.WHOLE, form.value("was")),
              text -> new ProfileText(typed));
      if (!result.made()) {
        text(page, 409, typed, page.text("mapping.text.faster", who(store)));
        return;
      }
      noted.change(
          page.who(), page.part("name"), "change", Map.of(), Map.of("file", "mapping.yaml"));
      page.notice(Notice.Kind.SUCCESS, "mapping.done", "mapping.yaml");
      page.redirect(base(page.part("name")));
    } catch (HandselException wrong) {
      text(page, 422, typed, String.valueOf(wrong.getMessage()));
    }
  }

  private void file(Page page) throws IOException {
    ProfileStore store = store(page);
    if (!Files.exists(store.file())) {
      throw page.notFound();
    }
    page.send("application/yaml", "mapping.yaml", Files.newInputStream(store.file()));
  }

  private void whole(Page page) {
    ProfileStore store = store(page);
    try {
      store.load();
      wholes.begin(delivery(page), store);
    } catch (HandselException wrong) {
      page.notice(Notice.Kind.ERROR, "mapping.plain", String.valueOf(wrong.getMessage()));
    }
    page.redirect(base(page.part("name")));
  }

  private void howFar(Page page) {
    if (page.fragment()) {
      page.show("mapping/whole.jte", view(page, "", "notice"));
    } else {
      page.redirect(base(page.part("name")));
    }
  }
}
