package org.handsel.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that come with the program, beside its classes: style sheets, templates, profiles.
public final class ResourceText {
  private ResourceText() {}

  /// @param owner class beside whose package the resource lies
  /// @throws IllegalStateException when it is missing: a fault of the program
  public static String of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(owner.getPackageName() + ": no text " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
