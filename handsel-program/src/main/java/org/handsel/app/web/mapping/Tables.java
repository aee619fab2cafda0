package org.handsel.app.web.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.handsel.app.web.Page;
import org.handsel.collection.mapping.ProfileText;

/// Finds the mapping table that a page is about.
record Tables(Shelf shelf) {
  ProfileStore store(Page page) {
    if (shelf.delivery(page.part("name")).isEmpty()) {
      throw page.notFound();
    }
    return shelf.profile(page.part("name"));
  }

  static String field(Page page) {
    String field = page.part("field");
    if (Place.selected("fields." + field).isEmpty()) {
      throw page.notFound();
    }
    return field;
  }

  /// The file of a field's table; empty when it has none.
  Optional<Path> file(Page page) {
    ProfileStore store = store(page);
    ProfileText text = store.text().orElseThrow(page::notFound);
    // Refuses names that lead out of the folder.
    store.checked(text);
    return text.scalar(List.of("mapped", field(page))).map(store.folder()::resolve);
  }

  static String base(Page page) {
    return MappingRoom.base(page.part("name"));
  }

  static String address(Page page) {
    return base(page) + "/tables/" + page.part("field");
  }
}
