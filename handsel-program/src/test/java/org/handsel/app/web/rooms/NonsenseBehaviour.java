package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.handsel.app.web.PageHandler;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.testing.Shared;
import org.handsel.testing.WebClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever stands in a parameter of an address or in a field of a form: the workbench says what is
/// wrong with it and does not fail. The addresses are those that the rooms name; the parameters and
/// fields are those that the pages of a full workspace show.
abstract class NonsenseBehaviour extends TalksBench {
  private static final List<String> NONSENSE =
      List.of(
          "",
          "nonsense",
          "-1",
          "0",
          "99999999999999999999",
          "2147483648",
          "1e400",
          "NaN",
          "2026-13-45",
          "+999999999-12-31",
          "0001-01-01",
          "2026-11",
          "%00 \0 \u0007",
          "' or 1=1 --",
          "<b onclick=alert(1)>",
          "=cmd|'/c calc'!A1",
          "../../etc/passwd",
          "null",
          "İıŁß \uD83C\uDFDB \u202E",
          "a,b;c:d|e",
          "true",
          "ADMIN",
          "x".repeat(5000));

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  /// Addresses that the rooms name, with the number of requests that reached each.
  private final Map<String, Integer> reached = new TreeMap<>();

  private final Set<String> seen = new LinkedHashSet<>();
  private final Deque<String> toSee = new ArrayDeque<>();
  private final Map<String, Sent> forms = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private int strange;
  private final Random random = new Random(20261130);
  private WebClient client;

  /// A form of a page with what its fields hold.
  private record Sent(String action, Map<String, String> fields) {}

  /// Values of each field that are tried; all with the property `handsel.nonsense=all`.
  private List<String> some() {
    if ("all".equals(System.getProperty("handsel.nonsense"))) {
      return NONSENSE;
    }
    List<String> some = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      some.add(NONSENSE.get(random.nextInt(NONSENSE.size())));
    }
    return some;
  }

  @BeforeEach
  void logIn() {
    client = as("Ada");
  }

  @Test
  void nothingThatIsSentMakesAPageFailSeed20261130() throws Exception {
    fill();
    Workbench.rooms(bench.parts()).forEach(room -> room.addTo(new Noted()));
    walk();
    assertThat(seen).hasSizeGreaterThan(60);
    assertThat(forms).hasSizeGreaterThan(60);
    for (String address : List.copyOf(seen)) {
      askWrongly(address);
    }
    for (String route : List.copyOf(reached.keySet())) {
      askBlindly(route);
    }
    for (Sent form : List.copyOf(forms.values())) {
      if (!form.action().equals("/logout")) {
        sendWrongly(form);
      }
    }
    for (String route : List.copyOf(reached.keySet())) {
      sendFile(route);
    }
    knockAtTheDoor();
    assertThat(faults).isEmpty();
    assertThat(strange).as("requests of somebody who is not known any more").isLessThan(20);
    assertThat(reached.values()).as("every address was asked").doesNotContain(0);
  }

  private void fill() throws IOException {
    Path folder = Files.createDirectories(home.resolve("nonsense"));
    StewardSample.fill(bench.parts(), clock, sample.ada, sample.museumPartnership, folder);
    ReviewSample.into(bench, folder);
    Files.createDirectories(home.resolve("dumps"));
    Files.copy(Shared.root().resolve("samples/wiki/dump.xml"), home.resolve("dumps/sample-1.xml"));
  }

  /// Looks at every page that a link leads to, two of each kind.
  private void walk() {
    reached.keySet().stream()
        .filter(route -> route.startsWith("GET ") && !route.contains("{"))
        .forEach(route -> toSee.add(route.substring(4)));
    Map<String, Integer> kinds = new TreeMap<>();
    while (!toSee.isEmpty()) {
      String address = toSee.poll();
      String kind = route("GET", address) + names(address);
      if (address.startsWith("/logout")
          || seen.contains(address)
          || kinds.merge(kind, 1, Integer::sum) > 2) {
        continue;
      }
      seen.add(address);
      HttpResponse<String> answer = get(address);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        read(address, Jsoup.parse(answer.body(), bench.server().url().resolve(address).toString()));
      }
    }
  }

  private static Set<String> names(String address) {
    return query(address).keySet();
  }

  private void read(String address, Document page) {
    for (Element link : page.select("a[href]")) {
      String to = link.absUrl("href");
      String server = bench.server().url().toString();
      if (to.startsWith(server) && !to.contains("/assets/")) {
        toSee.add("/" + to.substring(server.length()).replaceAll("#.*", ""));
      }
    }
    for (Element form : page.select("form")) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (Element field : form.select("[name]")) {
        names.add(field.attr("name"));
        String value =
            field.is("select")
                ? field.select("option[selected], option").stream()
                    .findFirst()
                    .map(option -> option.attr("value"))
                    .orElse("")
                : field.is("textarea") ? field.wholeText() : field.attr("value");
        boolean off =
            field.is("[type=radio], [type=checkbox]") && !field.hasAttr("checked")
                || field.is("button");
        if (!off || !fields.containsKey(field.attr("name"))) {
          fields.put(field.attr("name"), value);
        }
      }
      String action =
          URI.create(form.absUrl("action").isEmpty() ? address : form.absUrl("action"))
              .getRawPath();
      if (form.attr("method").equalsIgnoreCase("post")) {
        String kind = route("POST", action) + fields.keySet();
        forms.putIfAbsent(kind, new Sent(action, fields));
      } else {
        toSee.add(action + "?" + written(fields));
      }
    }
  }

  /// Each parameter of an address in turn holds nonsense.
  private void askWrongly(String address) {
    Map<String, String> query = query(address);
    String path = address.replaceAll("\\?.*", "");
    for (String name : query.keySet()) {
      for (String value : some()) {
        Map<String, String> wrong = new LinkedHashMap<>(query);
        wrong.put(name, value);
        get(path + "?" + written(wrong));
      }
    }
  }

  /// A route as it is, with nonsense in the variable parts and in all fields that any page has.
  private void askBlindly(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(route.indexOf(' ') + 1);
    for (String value : some()) {
      String part = encoded(value.isEmpty() || value.length() > 1000 ? "x" : value);
      String address = VARIABLE.matcher(path).replaceAll(part.replace("+", "%20"));
      Map<String, String> all = new LinkedHashMap<>();
      for (String name : names) {
        if (!name.equals("csrf")) {
          all.put(name, value.length() > 1000 ? "x" : value);
        }
      }
      if (method.equals("GET")) {
        get(address + "?" + written(all));
      } else if (!address.equals("/logout")) {
        post(address, all);
      }
    }
  }

  /// Each field of a form in turn holds nonsense; the others what the page held.
  private void sendWrongly(Sent form) {
    for (String name : form.fields().keySet()) {
      for (String value : name.equals("csrf") ? List.<String>of() : some()) {
        Map<String, String> wrong = new LinkedHashMap<>(form.fields());
        wrong.put(name, value);
        post(form.action(), wrong);
        wrong.remove(name);
        post(form.action(), wrong);
      }
    }
  }

  /// A file where a form is expected, with a name that leads elsewhere and nothing of what it says.
  private void sendFile(String route) {
    if (route.startsWith("POST ")) {
      String address = VARIABLE.matcher(route.substring(5)).replaceAll("x");
      byte[] noise = new byte[3_000];
      random.nextBytes(noise);
      Map<String, String> fields = Map.of("name", "x", "file", "=1+1");
      note("POST a file to " + address, sentFile(client, address, fields, noise));
    }
  }

  /// The same for a file.
  private static HttpResponse<String> sentFile(
      WebClient client, String address, Map<String, String> fields, byte[] content) {
    String name = "../../../etc/x.tsv\0";
    try {
      return client.postFile(address, fields, "file", name, content);
    } catch (IllegalStateException closed) {
      return client.postFile(address, fields, "file", name, content);
    }
  }

  /// Log-in, log-out and the choice of language and colours belong to the shell and not to a room;
  /// whoever stands before the door may send them anything.
  private void knockAtTheDoor() {
    for (String value : NONSENSE) {
      for (String path : List.of("/login", "/appearance", "/logout")) {
        WebClient stranger = bench.client();
        String asked =
            path + "?" + written(Map.of("back", value, "language", value, "theme", value));
        if (!path.equals("/logout")) {
          blame("GET " + asked, stranger.get(asked));
        }
        stranger.get("/login");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name :
            List.of("name", "password", "back", "resend-to", "kept.name", "language", "theme")) {
          fields.put(name, value);
        }
        fields.put("csrf", stranger.token());
        blame("POST " + path + " " + value, stranger.postExactly(path, fields));
        blame("POST a file to " + path, sentFile(stranger, path, fields, new byte[9]));
        assertThat(stranger.get("/board").statusCode()).as("still outside").isEqualTo(303);
      }
    }
  }

  private HttpResponse<String> get(String address) {
    reached.computeIfPresent(route("GET", address), (route, times) -> times + 1);
    HttpResponse<String> answer = client.get(address);
    note("GET " + address, answer);
    return answer;
  }

  private void post(String address, Map<String, String> fields) {
    reached.computeIfPresent(route("POST", address), (route, times) -> times + 1);
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put("csrf", client.token());
    note("POST " + address + " " + fields, sent(address, sent));
  }

  /// A server that refused the request before may have closed the connection in the meantime.
  private HttpResponse<String> sent(String address, Map<String, String> fields) {
    try {
      return client.postExactly(address, fields);
    } catch (IllegalStateException closed) {
      return client.postExactly(address, fields);
    }
  }

  private void note(String what, HttpResponse<String> answer) {
    boolean unknown =
        answer.statusCode() == 401
            || answer.headers().firstValue("Location").orElse("").startsWith("/login");
    if (unknown) {
      strange++;
      client = as("Ada");
    }
    blame(what, answer);
  }

  private void blame(String what, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500) {
      faults.add(
          answer.statusCode() + " " + (what.length() > 300 ? what.substring(0, 300) + "…" : what));
    }
  }

  /// The route that answers an address: the one with most fixed parts.
  private String route(String method, String address) {
    String path = address.replaceAll("\\?.*", "");
    String best = "";
    for (String route : reached.keySet()) {
      if (route.startsWith(method + " ")) {
        String of = route.substring(method.length() + 1);
        String pattern = "\\Q" + VARIABLE.matcher(of).replaceAll("\\\\E[^/]+\\\\Q") + "\\E";
        boolean fewer =
            best.isEmpty()
                || VARIABLE.matcher(of).results().count()
                    < VARIABLE.matcher(best).results().count();
        if (path.matches(pattern) && fewer) {
          best = route;
        }
      }
    }
    return best.isEmpty() ? method + " " + path : best;
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new LinkedHashMap<>();
    int mark = address.indexOf('?');
    if (mark >= 0) {
      for (String pair : address.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return query;
  }

  private static String written(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Notes the routes of the rooms.
  private final class Noted implements Routes {
    @Override
    public void get(String path, Role least, PageHandler handler) {
      reached.put("GET " + path, 0);
    }

    @Override
    public void open(String path, PageHandler handler) {
      reached.put("GET " + path, 0);
    }

    @Override
    public void post(String path, Role least, PageHandler handler) {
      reached.put("POST " + path, 0);
    }

    @Override
    public void upload(String path, Role least, long mostBytes, PageHandler handler) {
      reached.put("POST " + path, 0);
    }
  }
}
