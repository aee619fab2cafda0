package org.handsel.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handsel.wiki.text.FileTitles;
import org.handsel.wiki.text.TitleProblem;

/// What the wiki looks at before it takes a file: content, name, permission to create the title,
/// warnings. Follows `UploadBase` of MediaWiki 1.39.
final class UploadChecks {
  private static final Map<String, String> NORMAL_EXTENSION =
      Map.of("jpeg", "jpg", "tiff", "tif", "ogv", "ogg");
  private static final Pattern THUMB_NAME = Pattern.compile("^[0-9]{2}.?px-.*");

  private final Store store;
  private final FileTypes types;
  private final BlacklistAction blacklist;
  private final Set<String> cameraPrefixes;

  UploadChecks(Store store, FileTypes types, BlacklistAction blacklist) {
    this.store = store;
    this.types = types;
    this.blacklist = blacklist;
    this.cameraPrefixes =
        FileTypes.rows("camera-prefixes.tsv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The name that will be stored, and the one that was wished for.
  record Name(Titles.Stored title, String base, String extension, String desired) {}

  /// Looks into the file; returns its type.
  String content(Path file, String desired) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new Refusal("empty-file", "The file you submitted was empty.");
    }
    if (size > UploadAction.MAX_BYTES) {
      throw new Refusal("file-too-large", "The file you submitted was too large.");
    }
    String mime = types.mime(file);
    int dot = desired.lastIndexOf('.');
    String extension = dot < 0 ? "" : desired.substring(dot + 1).strip();
    if (!extension.isEmpty() && titleIsReadable(desired) && !types.fits(mime, extension)) {
      throw new Refusal(
              "verification-error",
              "File extension \".%s\" does not match the detected MIME type of the file (%s)."
                  .formatted(extension, mime))
          .with("details", List.of("filetype-mime-mismatch", extension, mime));
    }
    return mime;
  }

  /// A name that is no title has no extension either, and its own error comes later.
  private static boolean titleIsReadable(String desired) {
    try {
      Titles.upload(desired);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  /// @param mime of the file; empty when it is not known yet
  Name name(String desired, String mime) {
    Titles.Stored title = Titles.upload(desired);
    String[] parts = title.name().split("\\.", -1);
    if (parts.length == 1) {
      String usual = types.usual(mime);
      if (usual.isEmpty()) {
        throw new Refusal("filetype-missing", "The file is missing an extension.")
            .with("invalidparameter", "filename");
      }
      Titles.Stored extended = new Titles.Stored(Titles.FILE, title.name() + "." + usual);
      return new Name(extended, title.name(), usual, desired);
    }
    List<String> banned = banned(parts);
    String extension = parts[parts.length - 1];
    boolean known = types.extensions().contains(extension.toLowerCase(Locale.ROOT));
    if (!banned.isEmpty() || !known) {
      throw new Refusal(
              "filetype-banned",
              "\".%s\" is not a permitted file type. Permitted file types are %s."
                  .formatted(
                      banned.isEmpty() ? extension : banned.getFirst(),
                      String.join(", ", types.extensions())))
          .with("filetype", extension)
          .with("allowed", types.extensions())
          .with("blacklisted", banned);
    }
    String base = title.name().substring(0, title.name().length() - extension.length() - 1);
    if (base.isEmpty()) {
      throw new Refusal("filename-tooshort", "The filename is too short.")
          .with("invalidparameter", "filename");
    }
    return new Name(title, base, extension, desired);
  }

  private static List<String> banned(String[] parts) {
    return Arrays.stream(parts)
        .skip(1)
        .map(part -> part.toLowerCase(Locale.ROOT))
        .filter(part ->
            FileTitles.problems("A." + part).stream()
                .map(TitleProblem::code)
                .anyMatch("TITLE_PROHIBITED_EXTENSION"::equals))
        .toList();
  }

  void mayCreate(Titles.Stored title) {
    if (store.page(title.full()).isPresent()) {
      return;
    }
    blacklist
        .hit(title.full())
        .ifPresent(hit -> {
          throw new Refusal(
                  BlacklistAction.message(hit, "upload"), blacklist.reason(hit, title.full()))
              .with("invalidparameter", "filename");
        });
  }

  /// Everything that a person should look at before these bytes get this title.
  Map<String, Object> warnings(Name name, String sha1) {
    Map<String, Object> warnings = titleWarnings(name);
    Optional<WikiPage> here = store.page(name.title().full()).filter(WikiPage::hasFile);
    here.ifPresent(page -> sameBytes(page, sha1, warnings));
    List<String> duplicates =
        store.filesBySha1(sha1).stream()
            .filter(page -> !page.title().equals(name.title().full()))
            .map(WikiPage::key)
            .toList();
    if (!duplicates.isEmpty()) {
      warnings.put("duplicate", duplicates);
    }
    store.deleted().stream()
        .filter(page -> !page.versions().isEmpty() && page.file().sha1().equals(sha1))
        .findFirst()
        .ifPresent(page -> warnings.put("duplicate-archive", page.key()));
    return warnings;
  }

  private static void sameBytes(WikiPage page, String sha1, Map<String, Object> warnings) {
    if (page.file().sha1().equals(sha1)) {
      warnings.put("nochange", Map.of("timestamp", page.file().timestamp()));
      return;
    }
    List<Map<String, String>> older =
        page.versions().stream()
            .filter(version -> version.sha1().equals(sha1))
            .map(version -> Map.of("timestamp", version.timestamp()))
            .toList();
    if (!older.isEmpty()) {
      warnings.put("duplicateversions", older);
    }
  }

  /// What the title alone gives reason for.
  Map<String, Object> titleWarnings(Name name) {
    Map<String, Object> warnings = new LinkedHashMap<>();
    String stored = Titles.key(name.title().name());
    String desired = Titles.key(name.desired());
    if (!desired.isEmpty() && !stored.equals(upperFirst(desired))) {
      warnings.put("badfilename", stored);
    }
    exists(name, warnings);
    if (store.wasDeleted(name.title().full())) {
      warnings.put("was-deleted", stored);
    }
    return warnings;
  }

  private void exists(Name name, Map<String, Object> warnings) {
    String full = name.title().full();
    Optional<WikiPage> page = store.page(full);
    if (page.isPresent()) {
      warnings.put(
          page.get().hasFile() ? "exists" : "page-exists", Titles.key(name.title().name()));
      return;
    }
    String lower = name.extension().toLowerCase(Locale.ROOT);
    String normal = NORMAL_EXTENSION.getOrDefault(lower, lower);
    Optional<WikiPage> similar =
        store
            .page("File:" + name.base() + "." + normal)
            .filter(WikiPage::hasFile)
            // Not only other extensions: "View 1.jpg" is taken for a twin of "View 1.a.jpg".
            .or(() -> store.fileByPrefix("File:" + name.base() + "."));
    if (similar.isPresent()) {
      warnings.put("exists-normalized", similar.get().key());
    } else if (THUMB_NAME.matcher(name.base()).matches()) {
      warnings.put("thumb-name", Titles.key(name.title().name()));
    } else {
      cameraPrefixes.stream()
          .filter(prefix -> Titles.key(name.base()).startsWith(prefix))
          .findFirst()
          .ifPresent(prefix -> warnings.put("bad-prefix", prefix));
    }
  }

  private static String upperFirst(String name) {
    int end = name.offsetByCodePoints(0, 1);
    return name.substring(0, end).toUpperCase(Locale.ROOT) + name.substring(end);
  }
}
