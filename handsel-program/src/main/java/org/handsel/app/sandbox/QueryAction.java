package org.handsel.app.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// `action=query`: pages by title or id, lists of files and categories.
final class QueryAction {
  private static final int MOST_TITLES = 50;

  private final Store store;
  private final Sessions sessions;
  private final Described described;
  private final MetaQuery meta;

  QueryAction(Store store, Sessions sessions, Described described, MetaQuery meta) {
    this.store = store;
    this.sessions = sessions;
    this.described = described;
    this.meta = meta;
  }

  Map<String, Object> answer(Call call) {
    Form form = call.form();
    Map<String, Object> query = new LinkedHashMap<>();
    Map<String, Object> goOn = new LinkedHashMap<>();
    if (form.has("titles") || form.has("pageids")) {
      pages(form, query);
    }
    for (String list : form.list("list")) {
      switch (list) {
        case "allimages" -> allImages(form, query, goOn);
        case "allcategories" -> allCategories(form, query, goOn);
        case "categorymembers" -> categoryMembers(form, query);
        case "users" -> query.put("users", users(form));
        default ->
            throw new Refusal(
                "badvalue", "Unrecognized value for parameter \"list\": %s.".formatted(list));
      }
    }
    form.list("meta").forEach(what -> meta.answer(what, call, query));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("batchcomplete", true);
    if (!goOn.isEmpty()) {
      goOn.put("continue", "-||");
      answer.put("continue", goOn);
    }
    if (!query.isEmpty()) {
      answer.put("query", query);
    }
    return answer;
  }

  private void pages(Form form, Map<String, Object> query) {
    List<String> titles = form.list("titles");
    List<String> ids = form.list("pageids");
    if (titles.size() + ids.size() > MOST_TITLES) {
      throw new Refusal(
          "toomanyvalues",
          "Too many values supplied for parameter \"titles\". The limit is %d."
              .formatted(MOST_TITLES));
    }
    List<Map<String, Object>> normalized = new ArrayList<>();
    Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
    for (String wanted : titles) {
      Optional<Titles.Stored> title = Titles.read(wanted);
      if (title.isEmpty()) {
        pages.put(wanted, invalid(wanted));
        continue;
      }
      String full = title.get().full();
      if (!full.equals(wanted)) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("fromencoded", false);
        change.put("from", wanted);
        change.put("to", full);
        normalized.add(change);
      }
      pages.put(
          full,
          store
              .page(full)
              .map(page -> existing(page, form))
              .orElseGet(() -> missing(title.get(), form)));
    }
    for (String id : ids) {
      pages.put(
          "#" + id,
          parsed(id)
              .flatMap(store::page)
              .map(page -> existing(page, form))
              .orElseGet(() -> missingId(id)));
    }
    if (!normalized.isEmpty()) {
      query.put("normalized", normalized);
    }
    query.put("pages", new ArrayList<>(pages.values()));
  }

  private static Optional<Integer> parsed(String id) {
    return id.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
  }

  private static Map<String, Object> missingId(String id) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("pageid", parsed(id).orElse(0));
    page.put("missing", true);
    return page;
  }

  private static Map<String, Object> invalid(String title) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", title);
    page.put("invalidreason", "The requested page title contains invalid characters.");
    page.put("invalid", true);
    return page;
  }

  private static Map<String, Object> missing(Titles.Stored title, Form form) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("ns", title.namespace());
    page.put("title", title.full());
    page.put("missing", true);
    if (form.list("prop").contains("imageinfo")) {
      page.put("imagerepository", "");
    }
    return page;
  }

  private Map<String, Object> existing(WikiPage found, Form form) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("pageid", found.id());
    page.put("ns", found.namespace());
    page.put("title", found.title());
    for (String prop : form.list("prop")) {
      switch (prop) {
        case "info" -> info(found, page);
        case "imageinfo" -> imageInfo(found, form, page);
        case "revisions" -> revisions(found, form, page);
        case "categories" -> categories(found, page);
        default ->
            throw new Refusal(
                "badvalue", "Unrecognized value for parameter \"prop\": %s.".formatted(prop));
      }
    }
    return page;
  }

  private static void info(WikiPage found, Map<String, Object> page) {
    page.put("contentmodel", "wikitext");
    page.put("pagelanguage", "en");
    page.put("touched", found.current().timestamp());
    page.put("lastrevid", found.current().id());
    page.put("length", found.text().length());
    if (found.revisions().size() == 1) {
      page.put("new", true);
    }
  }

  private void imageInfo(WikiPage found, Form form, Map<String, Object> page) {
    page.put("imagerepository", found.hasFile() ? "local" : "");
    if (found.hasFile()) {
      Set<String> wanted = wanted(form, "iiprop", Set.of("timestamp", "user"));
      page.put(
          "imageinfo",
          found.versions().reversed().stream()
              .limit(form.has("iilimit") ? form.limit("iilimit") : 1)
              .map(version -> described.file(found, version, wanted))
              .toList());
    }
  }

  private static void revisions(WikiPage found, Form form, Map<String, Object> page) {
    Set<String> wanted =
        wanted(form, "rvprop", Set.of("ids", "timestamp", "flags", "comment", "user"));
    page.put(
        "revisions",
        (form.text("rvdir").equals("newer") ? found.revisions() : found.revisions().reversed())
            .stream()
                .limit(form.has("rvlimit") ? form.limit("rvlimit") : 1)
                .map(revision -> Described.revision(revision, wanted, form.has("rvslots")))
                .toList());
  }

  private static void categories(WikiPage found, Map<String, Object> page) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (String category : WikiLinks.categories(found.text())) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("ns", 14);
      one.put("title", category);
      shown.add(one);
    }
    if (!shown.isEmpty()) {
      page.put("categories", shown);
    }
  }

  private static Set<String> wanted(Form form, String name, Set<String> otherwise) {
    return form.has(name) ? new LinkedHashSet<>(form.list(name)) : otherwise;
  }

  /// `list=users&usprop=groups`.
  private List<Map<String, Object>> users(Form form) {
    List<Map<String, Object>> users = new ArrayList<>();
    for (String name : form.list("ususers")) {
      Map<String, Object> user = new LinkedHashMap<>();
      user.put("name", name);
      sessions
          .named(name)
          .ifPresentOrElse(
              account -> {
                user.put("userid", sessions.idOf(account));
                user.put("groups", account.groups());
              },
              () -> user.put("missing", true));
      users.add(user);
    }
    return users;
  }

  private void allImages(Form form, Map<String, Object> query, Map<String, Object> goOn) {
    Set<String> wanted = wanted(form, "aiprop", Set.of("timestamp", "url"));
    List<WikiPage> files =
        form.has("aisha1") ? store.filesBySha1(form.text("aisha1")) : store.files();
    // After a page of results the client asks with aicontinue, which names the next file.
    String from =
        form.has("aicontinue") ? form.text("aicontinue") : Titles.key(form.text("aifrom"));
    List<WikiPage> rest =
        files.stream()
            .sorted(Comparator.comparing(WikiPage::key))
            .filter(page -> page.key().compareTo(from) >= 0)
            .toList();
    int limit = form.limit("ailimit");
    if (rest.size() > limit) {
      goOn.put("aicontinue", rest.get(limit).key());
    }
    query.put(
        "allimages",
        rest.stream()
            .limit(limit)
            .map(page -> {
              Map<String, Object> image = new LinkedHashMap<>();
              image.put("name", page.key());
              image.putAll(described.file(page, page.file(), wanted));
              image.put("ns", page.namespace());
              image.put("title", page.title());
              return image;
            })
            .toList());
  }

  private void allCategories(Form form, Map<String, Object> query, Map<String, Object> goOn) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (WikiPage page : store.all()) {
      for (String category : WikiLinks.categories(page.text())) {
        sizes.merge(category.substring("Category:".length()), 1, Integer::sum);
      }
    }
    String prefix = form.text("acprefix");
    String from = form.has("accontinue") ? form.text("accontinue") : form.text("acfrom");
    List<String> names =
        sizes.keySet().stream()
            .filter(name -> name.startsWith(prefix) && name.compareTo(from) >= 0)
            .toList();
    int limit = form.limit("aclimit");
    if (names.size() > limit) {
      goOn.put("accontinue", names.get(limit));
    }
    boolean withSize = form.list("acprop").contains("size");
    query.put(
        "allcategories",
        names.stream()
            .limit(limit)
            .map(name -> {
              Map<String, Object> category = new LinkedHashMap<>();
              category.put("category", name);
              if (withSize) {
                category.put("size", sizes.get(name));
              }
              return category;
            })
            .toList());
  }

  private void categoryMembers(Form form, Map<String, Object> query) {
    String wanted = Titles.read(form.required("cmtitle")).map(Titles.Stored::full).orElse("");
    query.put(
        "categorymembers",
        store.all().stream()
            .filter(page -> WikiLinks.categories(page.text()).contains(wanted))
            .limit(form.limit("cmlimit"))
            .map(page -> {
              Map<String, Object> member = new LinkedHashMap<>();
              member.put("pageid", page.id());
              member.put("ns", page.namespace());
              member.put("title", page.title());
              return member;
            })
            .toList());
  }
}
