package org.handsel.app.reconciliation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.ServiceAnswer;
import org.handsel.authority.identifier.Identifier.State;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.platform.ResourceTable;
import org.handsel.wiki.api.WikiSettings;

/// What the service shows people of an entity, and how manifests name the service. Safe for
/// threads.
final class Pages {
  static final String VERSION = WikiSettings.VERSION;
  static final int WIDTH = 430;
  static final int HEIGHT = 300;
  static final Map<String, Object> AUTHENTICATION =
      Map.of("type", "apiKey", "name", "token", "in", "query");

  /// Schemes whose form or check digit tells them from numbers of one's own.
  private static final List<String> TELLING =
      List.of("gnd", "wikidata", "isni", "orcid", "sudoc", "bnf", "lccn", "ulan");

  private static final double NEARLY_ALL = 0.95;
  private static final Identifiers IDENTIFIERS = Identifiers.load();

  /// Its style stands in it; whoever asks for it may frame it.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors *";

  private final ResourceTable features =
      ResourceTable.read(Pages.class, "features.tsv", "id", "name", "compared", "reading");
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  static String title(ServedAuthority served) {
    return served.name() + " (Handsel)";
  }

  static String identifierSpace(ServedAuthority served) {
    return served.scheme().isEmpty()
        ? "urn:x-handsel:authority:" + served.name()
        : IDENTIFIERS.address(served.scheme(), "");
  }

  /// Address of an entity for people: that of its scheme, else our own.
  static String view(ServedAuthority served, String root, String id, String token) {
    return served.scheme().isEmpty()
        ? root + "/view?id=" + id + token
        : IDENTIFIERS.address(served.scheme(), id);
  }

  /// The scheme to which nearly all of some identifiers belong; empty when there is none.
  static String scheme(List<String> ids) {
    return TELLING.stream()
        .filter(scheme ->
            ids.stream()
                    .filter(id -> IDENTIFIERS.judge(scheme, id).state() == State.VALID)
                    .filter(id -> IDENTIFIERS.judge(scheme, id).value().equals(id))
                    .count()
                >= NEARLY_ALL * ids.size())
        .findFirst()
        .orElse("");
  }

  ServiceAnswer preview(Entity entity) {
    return new ServiceAnswer(
        200, "text/html; charset=utf-8", render("reconciliation/entity.jte", entity), POLICY);
  }

  /// What a feature of an answer is, for people who wonder about its value.
  ServiceAnswer feature(String id) {
    return features.rows().stream()
        .filter(row -> row.cell(0).equals(id))
        .findFirst()
        .map(row ->
            preview(
                new Entity(
                    id,
                    row.cell(1),
                    "Feature of a match",
                    "",
                    List.of(
                        new Entity.Row("compared", row.cell(2)),
                        new Entity.Row(
                            "value",
                            "Natural logarithm of the odds of a match that the comparison adds: 0"
                                + " says nothing, 2.3 makes the match ten times as likely, -2.3 ten"
                                + " times less. "
                                + row.cell(3))))))
        .orElseThrow(
            () -> new BadCall(404, "there is no feature \"%s\".".formatted(Dialect.cut(id))));
  }

  String flyout(Entity entity) {
    return render("reconciliation/flyout.jte", entity);
  }

  private String render(String template, Entity entity) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("entity", entity);
    StringOutput out = new StringOutput();
    templates.render("web/" + template, parameters, out);
    return out.toString();
  }
}
