package org.handsel.app.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What every request is held to before anything else, and the headers of every answer.
///
/// - The Host header must name this machine or the address that the settings give, so that a
///   foreign page cannot reach the workbench through a name of its own (DNS rebinding).
/// - Paths with hidden parts are refused.
/// - A form must come from a page of the workbench.
///
/// An [OpenService] takes requests from anywhere and may be read from anywhere; it has no cookies
/// and changes nothing.
final class Gate {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Pattern TRICK =
      Pattern.compile(
          "%2e|%2f|%5c|%25|%[01]|%7f|\\\\|;|//|/[.][.]?(/|$)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 4_000;

  private final Set<String> hosts;
  private final List<OpenService> services;

  Gate(Set<String> hosts, List<OpenService> services) {
    this.hosts = Set.copyOf(hosts);
    this.services = List.copyOf(services);
  }

  void check(Context context) {
    boolean open =
        services.stream().anyMatch(service -> ServiceDoor.below(service, context.path()));
    headers(context);
    if (open) {
      openHeaders(context);
    }
    String uri = context.req().getRequestURI();
    if (TRICK.matcher(uri).find() || uri.length() > LONGEST) {
      throw new PageProblem(400, "address");
    }
    String host = context.header("Host");
    if (host == null || !hosts.contains(name(host))) {
      throw new PageProblem(400, "host");
    }
    if (!open && !reads(context) && !fromHere(context, host)) {
      throw new PageProblem(403, "origin");
    }
  }

  static boolean reads(Context context) {
    String method = context.req().getMethod();
    return method.equals("GET") || method.equals("HEAD");
  }

  private static void headers(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cache-Control", "no-store");
  }

  private static void openHeaders(Context context) {
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    // Who may show it in a frame is said by the policy of each answer.
    context.res().setHeader("X-Frame-Options", null);
  }

  private static boolean fromHere(Context context, String host) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = context.header("Origin");
    return origin == null || host.equalsIgnoreCase(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// A Host header without its port.
  static String name(String host) {
    String lower = host.toLowerCase(Locale.ROOT).strip();
    return lower.startsWith("[")
        ? lower.replaceAll("\\].*", "]")
        : lower.replaceAll(":[0-9]*$", "").replaceAll("[.]$", "");
  }
}
