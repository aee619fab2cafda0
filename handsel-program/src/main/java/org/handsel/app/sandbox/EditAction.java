package org.handsel.app.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// `action=edit`: writes the text of a page.
final class EditAction {
  private final Store store;
  private final BlacklistAction blacklist;
  private final Conditions conditions;

  EditAction(Store store, BlacklistAction blacklist, Conditions conditions) {
    this.store = store;
    this.blacklist = blacklist;
    this.conditions = conditions;
  }

  Map<String, Object> answer(Call call) {
    Form form = call.form();
    Titles.Stored title =
        Titles.read(form.required("title"))
            .orElseThrow(() ->
                new Refusal("invalidtitle", "Bad title \"%s\".".formatted(form.text("title"))));
    call.mayWrite();
    synchronized (store) {
      Optional<WikiPage> old = store.page(title.full());
      checks(form, title, old);
      conditions.count("edit", call.user());
      String text = newText(form, old.map(WikiPage::text).orElse(""));
      if (old.isPresent() && old.get().text().equals(text)) {
        Map<String, Object> same = described("Success", old.get());
        same.put("nochange", true);
        return Map.of("edit", same);
      }
      WikiPage page = store.write(title, text, call.user(), form.text("summary"));
      Map<String, Object> edit = described("Success", page);
      edit.put("oldrevid", page.current().parent());
      edit.put("newrevid", page.current().id());
      edit.put("newtimestamp", page.current().timestamp());
      if (old.isEmpty()) {
        edit.put("new", true);
      }
      return Map.of("edit", edit);
    }
  }

  private void checks(Form form, Titles.Stored title, Optional<WikiPage> old) {
    if (form.has("createonly") && old.isPresent()) {
      throw new Refusal(
          "articleexists", "The article you tried to create has been created already.");
    }
    if (form.has("nocreate") && old.isEmpty()) {
      throw new Refusal("missingtitle", "The page you specified doesn't exist.");
    }
    if (old.isEmpty()) {
      blacklist
          .hit(title.full())
          .ifPresent(hit -> {
            throw new Refusal("titleblacklist-forbidden", blacklist.reason(hit, title.full()))
                .with("line", hit.line());
          });
    }
    // The real wiki merges edits that do not overlap; the sandbox takes the careful side.
    long base = form.number("baserevid", 0);
    if (base > 0 && old.isPresent() && old.get().current().id() != base) {
      throw new Refusal("editconflict", "Edit conflict.");
    }
    String timestamp = form.text("basetimestamp");
    if (!timestamp.isEmpty()
        && old.isPresent()
        && old.get().current().timestamp().compareTo(timestamp) > 0) {
      throw new Refusal("editconflict", "Edit conflict.");
    }
  }

  private static String newText(Form form, String old) {
    if (form.has("text")) {
      return form.text("text").stripTrailing();
    }
    if (form.has("appendtext") || form.has("prependtext")) {
      return form.text("prependtext") + old + form.text("appendtext");
    }
    throw new Refusal(
        "missingparam",
        "At least one of the parameters \"text\", \"appendtext\", \"prependtext\" and \"undo\" is"
            + " required.");
  }

  private static Map<String, Object> described(String result, WikiPage page) {
    Map<String, Object> edit = new LinkedHashMap<>();
    edit.put("result", result);
    edit.put("pageid", page.id());
    edit.put("title", page.title());
    edit.put("contentmodel", "wikitext");
    return edit;
  }
}
