package org.handsel.platform.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Font files on this machine by script: those of folders that were named, then those of the
/// system. Nothing is downloaded. Not safe for use by several threads.
final class Fonts {
  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("/Library/Fonts"),
          Path.of("/System/Library/Fonts"),
          Path.of("C:/Windows/Fonts"));

  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, List<String>> wanted = new HashMap<>();
  private final Map<String, Optional<Font>> opened = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();

  Fonts(List<Path> folders) {
    for (ResourceTable.Row row :
        ResourceTable.read(Fonts.class, "fonts.tsv", "script", "files").rows()) {
      wanted.put(row.cell(0), row.list(1));
    }
    List<Path> places = new ArrayList<>(folders);
    places.addAll(SYSTEM);
    places.forEach(this::collect);
  }

  private void collect(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder, 12)) {
      paths
          .filter(path -> path.toString().matches("(?i).*\\.(ttf|otf|ttc)"))
          .forEach(path -> files.putIfAbsent(String.valueOf(path.getFileName()), path));
    } catch (IOException | java.io.UncheckedIOException e) {
      // A folder that cannot be read has no fonts for us; what is missing is told with the report.
    }
  }

  /// The file of the font for ordinary text, plain or bold.
  Optional<Path> latin(boolean bold) {
    return wanted.getOrDefault(bold ? "BOLD" : "LATIN", List.of()).stream()
        .map(files::get)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /// A font that can draw this character, or null; then the script is noted as missing.
  @Nullable Font of(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    Font latin = open("LATIN");
    if (latin != null && latin.canDisplay(point)) {
      return latin;
    }
    for (String name : List.of(script.name(), "HAN", "ARABIC")) {
      Font font = open(name);
      if (font != null && font.canDisplay(point)) {
        return font;
      }
    }
    if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
      missing.add(
          script.name().charAt(0) + script.name().substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return latin;
  }

  private @Nullable Font open(String script) {
    return opened
        .computeIfAbsent(
            script,
            name -> {
              for (String file : wanted.getOrDefault(name, List.of())) {
                Path path = files.get(file);
                if (path != null) {
                  try {
                    return Optional.of(Font.createFonts(path.toFile())[0].deriveFont(13f));
                  } catch (FontFormatException | IOException e) {
                    // A broken font file is as good as none; the next name is tried.
                    continue;
                  }
                }
              }
              return Optional.empty();
            })
        .orElse(null);
  }

  /// Scripts that were wanted and that no font could draw.
  Set<String> missing() {
    return missing;
  }
}
