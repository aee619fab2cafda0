package org.handsel.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.KeyedTexts;

/// The files that came with a delivery, found by name. Names are kept on the disk, since a delivery
/// may have millions; used by one thread, apart from [#path].
///
/// Names are compared without regard to case and to how accents are composed, so that a folder
/// copied by a Mac or Windows matches what the catalogue says.
final class FilesFolder implements AutoCloseable {
  private static final Set<String> CLUTTER = Set.of("thumbs.db", "desktop.ini", "__macosx");
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");
  private static final Pattern EXTENSION = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,5}");
  private static final Pattern QUERY = Pattern.compile("[?#].*$");

  private final Path root;
  private final FileList files;
  private final KeyedTexts.Register byName;
  private final KeyedTexts.Register byStem;

  private FilesFolder(Path root, FileList files, KeyedTexts memory) {
    this.root = root;
    this.files = files;
    this.byName = memory.register("name");
    this.byStem = memory.register("stem");
    for (int i = 0; i < files.size(); i++) {
      String name = name(files.get(i));
      byName.add(key(name), Integer.toString(i));
      byStem.add(key(stem(name)), Integer.toString(i));
    }
  }

  /// Lists a folder and everything below it; hidden files and the clutter of file managers are
  /// passed over.
  ///
  /// @param scratch folder with room for the names of many files
  /// @param memory where the folder remembers them; closed later than the folder
  static FilesFolder list(Path root, Path scratch, KeyedTexts memory) {
    if (!Files.isDirectory(root)) {
      throw HandselException.usage(
          "%s: is no folder: expected the folder with the files of the delivery.".formatted(root));
    }
    try (FileList.Sorting files = new FileList.Sorting(scratch, FilesFolder::compareNaturally)) {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
              return !folder.equals(root) && hidden(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
                throws IOException {
              if (!hidden(file) && (facts.isRegularFile() || Files.isRegularFile(file))) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }
          });
      return new FilesFolder(root, files.sorted(), memory);
    } catch (IOException | UncheckedIOException e) {
      throw HandselException.environment(
          "%s: cannot be listed (%s)."
              .formatted(
                  root, e instanceof IOException io ? DurableFiles.reason(io) : e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    files.close();
  }

  int size() {
    return files.size();
  }

  /// Path below the folder, with slashes.
  String file(int number) {
    return files.get(number);
  }

  Path path(String file) {
    return root.resolve(file);
  }

  /// Files that a catalogue's mention of an image means: the same name, with or without its
  /// extension, in the folder that fits best. More than one number means that the mention is
  /// ambiguous, except where the files differ in their extension only.
  List<Integer> mentioned(String image) {
    String path = withoutAddress(image).replace('\\', '/').strip();
    String name = name(path);
    if (name.isEmpty()) {
      return List.of();
    }
    List<Integer> found = numbers(byName.all(key(name)));
    if (found.isEmpty()) {
      found = numbers(byStem.all(key(name)));
    }
    if (found.size() < 2) {
      return found;
    }
    int best =
        found.stream().mapToInt(number -> commonTail(files.get(number), path)).max().orElse(0);
    return found.stream().filter(number -> commonTail(files.get(number), path) == best).toList();
  }

  static List<Integer> numbers(List<String> texts) {
    return texts.stream().map(Integer::valueOf).toList();
  }

  /// Of files whose names agree with an id but for their separators those that spell it as it is,
  /// or all when none does.
  List<Integer> spelled(String id, List<Integer> found) {
    List<Integer> exact =
        found.stream()
            .filter(number -> key(stem(name(files.get(number)))).startsWith(key(id)))
            .toList();
    return exact.isEmpty() ? found : exact;
  }

  /// Letters and digits, lower case, with a hyphen for whatever stands between them.
  static String canonical(String text) {
    return EDGES.matcher(NOT_ALPHANUMERIC.matcher(key(text)).replaceAll("-")).replaceAll("");
  }

  /// The name without its extension.
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSION.matcher(name.substring(dot + 1)).matches()
        ? name.substring(0, dot)
        : name;
  }

  /// The extension in lower case, empty when there is none.
  static String extension(String name) {
    String stem = stem(name);
    return stem.length() == name.length()
        ? ""
        : name.substring(stem.length() + 1).toLowerCase(Locale.ROOT);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String withoutAddress(String image) {
    if (!image.startsWith("http://") && !image.startsWith("https://")) {
      return image;
    }
    String path = QUERY.matcher(image).replaceFirst("");
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private static int commonTail(String file, String mentioned) {
    List<String> one = Arrays.asList(key(file).split("/")).reversed();
    List<String> other = Arrays.asList(key(mentioned).split("/")).reversed();
    int same = 1;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean hidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || CLUTTER.contains(name.toLowerCase(Locale.ROOT));
  }

  /// `a-2` before `a-10`.
  static int compareNaturally(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        String numberA = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
        String numberB = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
        int order =
            numberA.length() != numberB.length()
                ? Integer.compare(numberA.length(), numberB.length())
                : numberA.compareTo(numberB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
