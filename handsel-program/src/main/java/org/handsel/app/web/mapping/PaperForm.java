package org.handsel.app.web.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.collection.mapping.ProfileText;
import org.handsel.release.page.FilePages;

/// What the profile says of the file page as a whole.
final class PaperForm {
  private static final Place FILENAME = Place.of("filename");
  private static final Place TEMPLATE = Place.of("template", "name");
  private static final Place CATEGORIES = Place.of("categories");
  private static final Place RELEASE = Place.of("rights", "release");
  private static final List<Place> ALL = List.of(FILENAME, TEMPLATE, CATEGORIES, RELEASE);

  DeskView.Paper of(ProfileText text) {
    Map<String, String> marks = new LinkedHashMap<>();
    ALL.forEach(place -> marks.put(place.toString(), ProfileStore.mark(text, place)));
    return new DeskView.Paper(
        text.scalar(FILENAME.keys()).orElse(""),
        text.scalar(TEMPLATE.keys()).orElse(""),
        FilePages.known(),
        String.join("\n", text.scalars(CATEGORIES.keys())),
        text.scalar(RELEASE.keys()).orElse(""),
        marks);
  }

  Map<Place, String> seen(Form form) {
    Map<Place, String> seen = new LinkedHashMap<>();
    ALL.forEach(place -> seen.put(place, form.value("was." + place)));
    return seen;
  }

  ProfileText changed(ProfileText text, Form form) {
    ProfileText now = one(text, FILENAME, form.text("filename", 1000));
    now = one(now, TEMPLATE, form.text("template", 200));
    now = one(now, RELEASE, form.text("release", 500));
    List<String> wanted =
        form.text("categories", 20_000)
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    if (!wanted.equals(now.scalars(CATEGORIES.keys()))) {
      now =
          wanted.isEmpty()
              ? now.remove(CATEGORIES.keys())
              : now.set(
                  CATEGORIES.keys(),
                  "[" + String.join(", ", wanted.stream().map(ProfileText::quoted).toList()) + "]");
    }
    return now;
  }

  private static ProfileText one(ProfileText text, Place place, String wanted) {
    String before = text.scalar(place.keys()).orElse("");
    if (wanted.equals(before)) {
      return text;
    }
    return wanted.isEmpty()
        ? text.remove(place.equals(TEMPLATE) ? List.of("template") : place.keys())
        : text.set(place.keys(), ProfileText.quoted(wanted));
  }
}
