package org.handsel.app.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `action=query&meta=…`: what the wiki says of itself and of the user.
final class MetaQuery {
  private final Store store;
  private final Sessions sessions;
  private final Conditions conditions;
  private final Described described;
  private final List<String> extensions;

  MetaQuery(
      Store store,
      Sessions sessions,
      Conditions conditions,
      Described described,
      List<String> extensions) {
    this.store = store;
    this.sessions = sessions;
    this.conditions = conditions;
    this.described = described;
    this.extensions = extensions;
  }

  void answer(String what, Call call, Map<String, Object> query) {
    switch (what) {
      case "siteinfo" -> siteInfo(call.form(), query);
      case "userinfo" -> query.put("userinfo", userInfo(call));
      case "tokens" -> query.put("tokens", tokens(call));
      default ->
          throw new Refusal(
              "badvalue", "Unrecognized value for parameter \"meta\": %s.".formatted(what));
    }
  }

  private void siteInfo(Form form, Map<String, Object> query) {
    List<String> wanted = form.has("siprop") ? form.list("siprop") : List.of("general");
    if (wanted.contains("general")) {
      Map<String, Object> general = new LinkedHashMap<>();
      general.put("mainpage", "Main Page");
      general.put("base", described.server() + "/");
      general.put("sitename", "Handsel sandbox");
      // The version whose answers are imitated; nothing of MediaWiki runs here.
      general.put("generator", "MediaWiki 1.39.17 (imitated by the Handsel sandbox)");
      general.put("legaltitlechars", " %!\"$&'()*,\\-.\\/0-9:;=?@A-Z\\\\^_`a-z~\\x80-\\xFF+");
      general.put("case", "first-letter");
      general.put("lang", "en");
      general.put("readonly", conditions.readOnly() != null);
      general.put("writeapi", true);
      general.put("timezone", "UTC");
      general.put("articlepath", "/wiki/$1");
      general.put("scriptpath", "/w");
      general.put("server", described.server());
      general.put("servername", "127.0.0.1");
      general.put("wikiid", "sandbox");
      general.put("time", store.now());
      general.put("uploadsenabled", true);
      general.put("maxuploadsize", UploadAction.MAX_BYTES);
      general.put("minuploadchunksize", UploadAction.MIN_CHUNK);
      query.put("general", general);
    }
    if (wanted.contains("fileextensions")) {
      query.put("fileextensions", extensions.stream().map(ext -> Map.of("ext", ext)).toList());
    }
    if (wanted.contains("namespaces")) {
      Map<String, Object> namespaces = new TreeMap<>();
      Titles.namespaces()
          .forEach((id, name) -> {
            Map<String, Object> namespace = new LinkedHashMap<>();
            namespace.put("id", id);
            namespace.put("case", "first-letter");
            namespace.put(form.text("formatversion").equals("2") ? "name" : "*", name);
            namespace.put("canonical", name);
            namespaces.put(String.valueOf(id), namespace);
          });
      query.put("namespaces", namespaces);
    }
    if (wanted.contains("namespacealiases")) {
      query.put("namespacealiases", List.of());
    }
  }

  private Map<String, Object> userInfo(Call call) {
    Form form = call.form();
    Map<String, Object> info = new LinkedHashMap<>();
    SandboxAccount who = call.account();
    info.put("id", who == null ? 0 : sessions.idOf(who));
    info.put("name", call.user());
    if (who == null) {
      info.put("anon", true);
    }
    List<String> wanted = form.list("uiprop");
    if (wanted.contains("groups")) {
      info.put("groups", who == null ? List.of("*") : who.groups());
    }
    if (wanted.contains("rights")) {
      List<String> rights = new ArrayList<>(List.of("read", "writeapi"));
      if (who != null) {
        rights.addAll(List.of("edit", "createpage", "upload", "reupload", "reupload-own", "purge"));
        if (conditions.fetches()) {
          rights.add("upload_by_url");
        }
        if (who.bot()) {
          rights.addAll(List.of("bot", "apihighlimits", "autopatrol"));
        }
      }
      info.put("rights", rights);
    }
    if (wanted.contains("ratelimits")) {
      info.put("ratelimits", conditions.shown());
    }
    if (wanted.contains("blockinfo") && who != null && who.blocked()) {
      info.put("blockid", 1);
      info.put("blockreason", "sandbox: a blocked account");
    }
    return info;
  }

  private static Map<String, Object> tokens(Call call) {
    Map<String, Object> tokens = new LinkedHashMap<>();
    List<String> types = call.form().has("type") ? call.form().list("type") : List.of("csrf");
    for (String type : types) {
      tokens.put(
          type + "token",
          type.equals("login") ? call.session().loginToken() : call.session().csrf());
    }
    return tokens;
  }
}
