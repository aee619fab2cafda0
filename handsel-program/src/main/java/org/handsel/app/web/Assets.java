package org.handsel.app.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Style, scripts and icon, each under an address with the hash of its content, so that a browser
/// may keep it for ever.
final class Assets {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private final Map<String, Asset> byPath = new LinkedHashMap<>();
  private final Map<String, String> pathByName = new LinkedHashMap<>();

  private record Asset(String type, byte[] bytes) {}

  Assets() {
    add("workbench.css", "assets/workbench.css", "text/css; charset=utf-8");
    add("workbench.js", "assets/workbench.js", "text/javascript; charset=utf-8");
    add("icon.svg", "assets/icon.svg", "image/svg+xml");
    add("htmx.js", HTMX, "text/javascript; charset=utf-8");
  }

  private void add(String name, String resource, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      byte[] bytes = in.readAllBytes();
      String path = "/assets/" + hash(bytes) + "/" + name;
      byPath.put(path, new Asset(type, bytes));
      pathByName.put(name, path);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  String path(String name) {
    return Objects.requireNonNull(pathByName.get(name));
  }

  /// @return whether there is such an asset
  boolean answer(Context context) {
    @Nullable Asset asset = byPath.get(context.path());
    if (asset == null) {
      return false;
    }
    context
        .contentType(asset.type())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(asset.bytes());
    return true;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
