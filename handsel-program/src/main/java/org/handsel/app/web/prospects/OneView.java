package org.handsel.app.web.prospects;

import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.partnership.briefs.BriefPage;
import org.handsel.partnership.briefs.Letters;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.talks.Partnership;

/// One institution of the shopping list.
public record OneView(Prospect prospect, Said said, BriefPage brief) {

  /// A letter to it.
  ///
  /// @param form subject, text and what else was typed
  /// @param template which letter
  /// @param language of the letter
  /// @param open places that are left to fill in
  /// @param languages to choose from, by code
  public record LetterView(
      OneView one,
      Form form,
      List<Letters.Template> templates,
      String template,
      String language,
      Map<String, String> languages,
      List<Partnership> partnerships,
      int open) {
    public LetterView {
      templates = List.copyOf(templates);
      partnerships = List.copyOf(partnerships);
    }
  }
}
