package org.handsel.release;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.handsel.release.page.FilePage;
import org.handsel.wiki.text.FileTitle;
import org.handsel.wiki.text.FileTitles;
import org.handsel.wiki.text.TitleProblem;

/// Gives every file of a release a title of its own. Used by one thread, in the order of the plan.
final class TitleRegister {
  private static final Pattern CAMERA =
      Pattern.compile(
          "(?i)^(img|dsc[fn]?|dscn|p|pict|image|scan|sam|cimg|mvc|kif|imag|gopr|photo|foto|untitled|unbenannt)?[\\s_\\-()]*\\d*$");

  private final Predicate<String> taking;

  /// @param taking remembers a text, and says whether it is new
  TitleRegister(Predicate<String> taking) {
    this.taking = taking;
  }

  /// @param title with namespace
  record Given(String title, List<PlanEntry.Check> checks) {}

  /// @param number of the image within its item, 0 when it is the only one
  Given give(FilePage page, String id, int number, String extension) {
    String suffix = page.suffix() + (number == 0 ? "" : " (" + number + ")");
    FileTitle title = FileTitles.make(page.description(), suffix, extension);
    List<PlanEntry.Check> checks = new ArrayList<>();
    if (!taking.test(FileTitles.twinKey(title.name()))) {
      String wanted = title.name();
      title = another(page, suffix, id, extension);
      checks.add(
          Checks.warning(
              "TITLE_NUMBERED",
              "another file of this release is called %s already: this one became %s. A pattern with {id} under \"filename\" keeps titles apart."
                  .formatted(Checks.quote(wanted), Checks.quote(title.name()))));
    }
    for (TitleProblem problem : title.problems()) {
      checks.add(Checks.error(problem.code(), problem.message()));
    }
    if (title.shortened()) {
      checks.add(
          Checks.warning(
              "TITLE_SHORTENED",
              "the title was cut to fit into 240 bytes: look whether it still says enough."));
    }
    String stem = FilesFolder.stem(title.name());
    if (CAMERA.matcher(stem).matches()) {
      checks.add(
          Checks.warning(
              "TITLE_SENSELESS",
              "%s says nothing about what the file shows; wikis refuse names of cameras. Put a title or description into \"filename\"."
                  .formatted(Checks.quote(title.name()))));
    }
    return new Given(title.page(), checks);
  }

  private FileTitle another(FilePage page, String suffix, String id, String extension) {
    if (!id.isEmpty() && !(page.description() + suffix).contains(id)) {
      FileTitle withId = FileTitles.make(page.description(), suffix + " - " + id, extension);
      if (taking.test(FileTitles.twinKey(withId.name()))) {
        return withId;
      }
    }
    for (int n = 2; ; n++) {
      FileTitle numbered = FileTitles.make(page.description(), suffix + " (" + n + ")", extension);
      if (taking.test(FileTitles.twinKey(numbered.name()))) {
        return numbered;
      }
    }
  }
}
