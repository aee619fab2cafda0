package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// Identifiers that stand in the wikitext of a page.
final class IdentifierValues {
  private IdentifierValues() {}

  /// @param scheme such as `gnd`
  /// @param parameter of the template
  /// @param value as written, without markup
  record Written(String scheme, String parameter, String value) {}

  static List<Written> of(Person page) {
    List<Written> written = new ArrayList<>();
    if (page.profile().authority().isEmpty()) {
      return written;
    }
    WikiProfile.Authority template = page.profile().authority().get();
    for (TemplateCall call : page.authority()) {
      for (Map.Entry<String, List<String>> scheme : template.identifiers().entrySet()) {
        for (String parameter : scheme.getValue()) {
          String value = call.arguments().getOrDefault(parameter, "");
          if (!value.isBlank() && !TemplateCall.dynamic(value)) {
            written.add(new Written(scheme.getKey(), parameter, value.strip()));
          }
        }
      }
    }
    return written;
  }
}
