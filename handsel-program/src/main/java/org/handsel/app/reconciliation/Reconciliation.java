package org.handsel.app.reconciliation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.handsel.app.web.OpenService;
import org.handsel.app.web.ServiceAnswer;
import org.handsel.app.web.ServiceCall;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;

/// The reconciliation service over one or several authority files: `/reconcile` lists them,
/// `/reconcile/0.2/NAME` and `/reconcile/1.0-draft/NAME` answer for each.
///
/// A program on this machine needs no login, and neither does a page in a browser on it: what can
/// be read is the authority files that were named when the workbench was started, and nothing can
/// be changed. Where others can reach the workbench, each call has to carry a token, as `?token=…`
/// or `Authorization: Bearer …`. Safe for threads.
public final class Reconciliation implements OpenService, AutoCloseable {
  private static final String ROOT = "/reconcile";
  private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][\\w$.]{0,100}");

  private final Map<String, ServedAuthority> authorities;
  private final List<StoredAuthority> opened;
  private final String token;
  private final Pages pages = new Pages();
  private final List<Dialect> dialects = List.of(new Version02(pages), new Version10());

  private Reconciliation(
      Map<String, ServedAuthority> authorities, List<StoredAuthority> opened, String token) {
    this.authorities = authorities;
    this.opened = List.copyOf(opened);
    this.token = token;
  }

  /// An authority file to answer for.
  ///
  /// @param name in addresses: small letters, digits and hyphens
  public record Source(String name, Path file) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// A source as it is written in options and settings: `FILE` or `NAME=FILE`.
    ///
    /// @throws HandselException with exit 2 when the name cannot stand in an address
    public static Source of(String written) {
      int at = written.indexOf('=');
      if (at > 0) {
        String name = written.substring(0, at).strip();
        if (!NAME.matcher(name).matches()) {
          throw HandselException.usage(
              "--authority %s: expected a name of small letters, digits and hyphens, found \"%s\"."
                  .formatted(written, name));
        }
        return new Source(name, Path.of(written.substring(at + 1).strip()));
      }
      Path file = Path.of(written.strip());
      String name =
          String.valueOf(file.getFileName())
              .replaceAll("(?i)[.](gz|csv|jsonl|json|mrc|marc|xml|index)\\b", "")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", "");
      return new Source(name.isEmpty() ? "authority" : name, file);
    }
  }

  /// Reads the authority files.
  ///
  /// @param accept probability from which a match needs no look
  /// @param token that calls have to carry; empty when none is needed
  /// @throws HandselException with exit 1 when a file cannot be read, with exit 2 when two have the
  ///   same name
  public static Reconciliation over(List<Source> sources, double accept, String token) {
    Map<String, ServedAuthority> authorities = new LinkedHashMap<>();
    List<StoredAuthority> opened = new ArrayList<>();
    try {
      for (Source source : sources) {
        if (authorities.containsKey(source.name())) {
          throw HandselException.usage(
              "--authority: two files have the name \"%s\". Name one NAME=FILE."
                  .formatted(source.name()));
        }
        StoredAuthority authority = new StoredAuthority(source.file());
        opened.add(authority);
        authorities.put(
            source.name(),
            new ServedAuthority(
                source.name(), authority, Pages.scheme(authority.sample()), accept));
      }
    } catch (RuntimeException e) {
      opened.forEach(StoredAuthority::close);
      throw e;
    }
    return new Reconciliation(authorities, opened, token);
  }

  /// What of the files is no record.
  public List<String> problems() {
    return opened.stream().flatMap(authority -> authority.problems().stream()).toList();
  }

  /// An address that clients are given.
  ///
  /// @param version of the interface
  /// @param records in the authority file
  public record Address(String name, String version, String url, long records) {}

  /// All addresses, with the token if one is needed.
  ///
  /// @param base address of the server without a slash at its end
  public List<Address> addresses(String base) {
    List<Address> all = new ArrayList<>();
    authorities
        .values()
        .forEach(served ->
            dialects.forEach(dialect ->
                all.add(
                    new Address(
                        served.name(),
                        dialect.version(),
                        root(base, dialect, served) + (token.isEmpty() ? "" : "?token=" + token),
                        served.authority().size()))));
    return all;
  }

  private static String root(String base, Dialect dialect, ServedAuthority served) {
    return base + ROOT + "/" + dialect.version() + "/" + served.name();
  }

  @Override
  public String root() {
    return ROOT;
  }

  @Override
  public ServiceAnswer answer(ServiceCall call) {
    try {
      permit(call);
      return route(call);
    } catch (BadCall bad) {
      return ServiceAnswer.json(bad.status(), error(bad));
    }
  }

  private static String error(BadCall bad) {
    return Json.line(Map.of("error", String.valueOf(bad.getMessage())));
  }

  private void permit(ServiceCall call) {
    if (token.isEmpty()) {
      return;
    }
    String header = call.authorization().replaceFirst("(?i)^bearer +", "");
    String given = call.has("token") ? call.value("token") : header;
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      throw new BadCall(
          401,
          "expected the token of this service as ?token=… or Authorization: Bearer …; the page"
              + " \"Links\" of the workbench shows it.");
    }
  }

  private ServiceAnswer route(ServiceCall call) {
    String[] parts = call.path().split("/", 3);
    if (call.path().isEmpty()) {
      return json(call, Map.of("services", addresses(call.base())));
    }
    Dialect dialect =
        dialects.stream()
            .filter(one -> one.version().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> new BadCall(404, "expected version 0.2 or 1.0-draft."));
    ServedAuthority served = parts.length < 2 ? null : authorities.get(parts[1]);
    if (served == null) {
      throw new BadCall(
          404,
          "there is no such authority file; there are: %s."
              .formatted(String.join(", ", authorities.keySet())));
    }
    String path = parts.length < 3 ? "" : parts[2].replaceAll("/+$", "");
    if (path.equals("preview") || path.equals("view")) {
      return pages.preview(entity(dialect, served, call.value("id")));
    }
    if (path.equals("feature")) {
      return pages.feature(call.value("id"));
    }
    boolean bare = path.isEmpty() && !call.has("queries") && !call.has("extend");
    return bare && call.method().equals("GET")
        ? json(call, dialect.manifest(served, root(call.base(), dialect, served), encoded()))
        : json(call, dialect.answer(served, path, call));
  }

  private String encoded() {
    return URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static Entity entity(Dialect dialect, ServedAuthority served, String id) {
    return served
        .authority()
        .record(id)
        .map(record -> Entity.of(record, EntityType.of(dialect.types, record), dialect.properties))
        .orElseThrow(
            () -> new BadCall(404, "there is no entity \"%s\".".formatted(Dialect.cut(id))));
  }

  /// JSON, or a call of the function that an older client names (JSONP).
  private static ServiceAnswer json(ServiceCall call, Object value) {
    String callback = call.value("callback");
    if (callback.isEmpty() || !call.method().equals("GET")) {
      return ServiceAnswer.json(200, Json.line(value));
    }
    if (!CALLBACK.matcher(callback).matches()) {
      throw new BadCall(400, "callback: expected the name of a function.");
    }
    // The comment keeps the answer from being taken for anything but a script.
    return ServiceAnswer.script("/**/" + callback + "(" + Json.line(value) + ");");
  }

  /// Names of the authority files.
  public List<String> names() {
    return List.copyOf(authorities.keySet());
  }

  /// Who of an authority file somebody may be of whom only a name is known, the most probable
  /// first; nobody where there is no such file.
  ///
  /// @param authority its name
  /// @param most so many at most
  public List<Known> people(String authority, String name, int most) {
    ServedAuthority served = authorities.get(authority);
    if (served == null || name.isBlank()) {
      return List.of();
    }
    PersonRecord person =
        new PersonRecord(name, name, "person", List.of(), "", "", List.of(), "", "", List.of(), "");
    return served.authority().matches(person).stream().limit(most).map(Known::of).toList();
  }

  /// Lets go of the files; to be called when the server has ended.
  @Override
  public void close() {
    opened.forEach(StoredAuthority::close);
  }
}
