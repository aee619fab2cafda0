package org.handsel.app.web.mapping;

import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.collection.mapping.ProfileText;
import org.handsel.collection.source.FieldProfile;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.StarterMapping;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Turns what people choose for a field into selectors.
final class SelectorForm {
  private static final int LONGEST = 4000;

  /// A selector of a place of the delivery, with the transforms that its values call for.
  String yaml(Place place, String from, @Nullable SourceProfile look) {
    if (place.equals(Place.ID)) {
      return ProfileText.quoted(from);
    }
    FieldProfile found =
        look == null
            ? null
            : look.fields().stream()
                .filter(field -> field.path().equals(from))
                .findFirst()
                .orElse(null);
    return Selectors.yaml(
        from, found == null ? List.of("trim") : StarterMapping.transforms(place.name(), found));
  }

  /// The profile with a selector as the form has it, or without it.
  ProfileText changed(ProfileText text, Place place, Form form) {
    List<Selectors.Selector> all = Selectors.at(text, place.keys());
    String number = form.value("number");
    int index = number.isEmpty() ? 0 : (int) (long) form.number("number", 0, 1000).orElse(0L);
    if (index >= all.size()) {
      throw HandselException.usage("%s: there is no such selector any more".formatted(place));
    }
    Selectors.Selector before = all.get(index);
    if (!form.value("remove").isEmpty()) {
      // The last one takes the place along, and with it the table of a field.
      ProfileText without = text.remove(all.size() == 1 ? place.keys() : before.keys());
      return all.size() == 1 && place.keys().size() == 2
          ? without.remove(List.of("mapped", place.name()))
          : without;
    }
    String expression = form.text("expression", LONGEST);
    if (expression.isEmpty()) {
      throw HandselException.usage("%s: expected a column, path or XPath".formatted(place));
    }
    List<Selectors.Transform> wanted = new ArrayList<>(before.others());
    for (String name : form.all("transform")) {
      if (Selectors.OFFERED.contains(name)) {
        wanted.add(new Selectors.Transform(name, ""));
      }
    }
    String split = form.value("split");
    if (!split.isEmpty()) {
      wanted.add(new Selectors.Transform("split", split));
    }
    return Selectors.changed(
        text,
        before,
        new Selectors.Selector(
            before.keys(),
            expression,
            form.value("kind").equals("xpath"),
            Selectors.ordered(before.transforms(), wanted),
            form.text("language", 40)));
  }
}
