package org.handsel.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.facts.FactsReading;
import org.handsel.readiness.facts.FactsWriter;
import org.handsel.readiness.facts.PageFact;
import org.handsel.wiki.markup.Markup;
import org.handsel.wiki.markup.MarkupWords;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.profile.WikiProfile;
import org.handsel.wiki.profile.WikiProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small wikis, written page by page, and what the audits find in them.
class CategoryAuditsTest {
  @TempDir Path folder;

  private final WikiProfile profile = WikiProfiles.of("dewiki");
  private final List<String[]> pages = new ArrayList<>();

  private static final Map<String, String> PREFIXES =
      Map.of("0", "", "1", "Diskussion:", "2", "Benutzer:", "10", "Vorlage:", "14", "Kategorie:");

  private static String bare(Finding finding) {
    return finding.title().substring(finding.title().indexOf(':') + 1);
  }

  private void article(String title, String text) {
    pages.add(new String[] {"0", title, "", text});
  }

  private void category(String title, String text) {
    pages.add(new String[] {"14", title, "", text});
  }

  private void redirect(String namespace, String title, String target) {
    pages.add(new String[] {namespace, title, target, "#WEITERLEITUNG [[" + target + "]]"});
  }

  private List<Finding> audit(Audit audit) {
    FactsFolder facts = new FactsFolder(folder);
    Markup markup =
        new Markup(Namespaces.of("de", Map.of(), true), profile.templates(), MarkupWords.of("de"));
    try (FactsWriter writer = new FactsWriter(facts)) {
      for (int i = 0; i < pages.size(); i++) {
        String[] page = pages.get(i);
        writer.write(
            new PageFact(
                100 + i,
                Integer.parseInt(page[0]),
                PREFIXES.get(page[0]) + page[1],
                page[2],
                "wikitext"),
            markup.read(page[3].getBytes(StandardCharsets.UTF_8)),
            "");
      }
    }
    List<Finding> findings = new ArrayList<>();
    audit.run(FactsReading.load(facts, profile), profile, findings::add);
    return findings;
  }

  @Test
  void circleOfCategoriesIsFoundWithTheLinkToCut() {
    category("!Hauptkategorie", "");
    category("Kunst", "[[Kategorie:!Hauptkategorie]] [[Kategorie:Maler]]");
    category("Maler", "[[Kategorie:Kunst]]");
    article("Hals", "[[Kategorie:Maler]]");
    List<Finding> findings = audit(new CategoryCycles());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().evidence())
        .containsEntry("component", List.of("Maler", "Kunst"))
        .containsEntry("smallest", true);
    assertThat((List<?>) findings.getFirst().evidence().get("cut")).hasSize(1);
  }

  @Test
  void articleWithoutCategoryIsFoundButNoRedirectAndNoDynamicMembership() {
    article("Ohne", "[[:Kategorie:Maler]] <!-- [[Kategorie:Maler]] -->");
    article("Mit", "[[Kategorie:Maler]]");
    redirect("0", "Alt", "Mit");
    assertThat(audit(new UncategorisedArticles()))
        .map(CategoryAuditsTest::bare)
        .containsExactly("Ohne");
  }

  @Test
  void categoryWithoutParentOrWayFromTheRootIsFound() {
    category("!Hauptkategorie", "");
    category("Kunst", "[[Kategorie:!Hauptkategorie]]");
    category("Waise", "");
    category("Insel", "[[Kategorie:Waise]]");
    category("Versteckt", "__VERSTECKTE_KATEGORIE__");
    category("Umgezogen", "{{Kategorie weiterleitung|Kunst}}");
    redirect("14", "Weitergeleitet", "Kategorie:Kunst");
    assertThat(audit(new OrphanCategories()))
        .extracting(CategoryAuditsTest::bare, finding -> finding.evidence().get("kind"))
        .containsExactlyInAnyOrder(
            tuple("Waise", "no-parent"),
            tuple("Insel", "unreachable"),
            tuple("Versteckt", "no-parent"));
  }

  @Test
  void categoryInUseWithoutPageIsFoundWithTheNumberOfItsMembers() {
    category("Maler", "");
    article("A", "[[Kategorie:Maler]] [[Kategorie:Mahler]]");
    article("B", "[[Kategorie:Mahler|b]]");
    assertThat(audit(new RedLinkCategories(true)))
        .extracting(
            CategoryAuditsTest::bare, Finding::pageId, finding -> finding.evidence().get("members"))
        .containsExactly(tuple("Mahler", null, 2));
  }

  @Test
  void categoryThatIsOnlyWrittenOtherwiseIsNamedAndCorrected() {
    category("Maler (Barock)", "");
    article("A", "[[Kategorie:Maler (barock)|A]]");
    List<Finding> findings = audit(new RedLinkCategories(true));
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().evidence()).containsEntry("similar", "Maler (Barock)");
    assertThat(findings.getFirst().proposal())
        .containsEntry("page", "A")
        .containsEntry("old", "[[Kategorie:Maler (barock)]]")
        .containsEntry("new", "[[Kategorie:Maler (Barock)]]");
  }

  @Test
  void articleInACategoryAndAnAncestorIsFound() {
    category("Kunst", "");
    category("Malerei", "[[Kategorie:Kunst]]");
    category("Maler", "[[Kategorie:Malerei]]");
    article("Direkt", "[[Kategorie:Maler]] [[Kategorie:Malerei]]");
    article("Weit", "[[Kategorie:Kunst]] [[Kategorie:Maler]]");
    article("Gut", "[[Kategorie:Maler]]");
    assertThat(audit(new OverCategorisation()))
        .extracting(
            CategoryAuditsTest::bare,
            finding -> finding.evidence().get("category"),
            finding -> finding.evidence().get("ancestor"),
            finding -> finding.evidence().get("direct"))
        .containsExactly(
            tuple("Direkt", "Maler", "Malerei", true), tuple("Weit", "Maler", "Kunst", false));
  }

  @Test
  void articleMayStandInItsOwnCategoryAndAboveIt() {
    category("Malerei", "");
    category("Hals", "[[Kategorie:Malerei]]");
    article("Hals", "[[Kategorie:Hals| ]] [[Kategorie:Malerei]]");
    assertThat(audit(new OverCategorisation())).isEmpty();
  }

  @Test
  void movedCategoryWithMembersIsFound() {
    category("Neu", "");
    category("Alt", "{{Kategorie weiterleitung|Neu}}");
    category("Leer", "{{kategorie weiterleitung|Neu}}");
    redirect("14", "Älter", "Kategorie:Neu");
    article("A", "[[Kategorie:Alt]] [[Kategorie:Älter]] [[Kategorie:Neu]]");
    assertThat(audit(new PopulatedRedirects()))
        .map(CategoryAuditsTest::bare)
        .containsExactlyInAnyOrder("Alt", "Älter");
  }

  @Test
  void categoryWithASingleOrWithTooManyMembersIsFound() {
    category("Einzig", "");
    category("Zwei", "");
    category("Viele", "");
    category("Geboren 1900", "");
    article("A", "[[Kategorie:Einzig]] [[Kategorie:Zwei]]");
    article("B", "[[Kategorie:Zwei]]");
    for (int i = 0; i < 2_000; i++) {
      article("Person " + i, "[[Kategorie:Viele]] [[Kategorie:Geboren 1900]]");
    }
    assertThat(audit(new SizeOutliers()))
        .extracting(CategoryAuditsTest::bare, finding -> finding.evidence().get("kind"))
        .containsExactlyInAnyOrder(tuple("Einzig", "singleton"), tuple("Viele", "huge"));
  }

  @Test
  void userPageAmongArticlesIsFound() {
    article("Hals", "[[Kategorie:Maler]]");
    pages.add(new String[] {"2", "Anna/Entwurf", "", "[[Kategorie:Maler]]"});
    pages.add(new String[] {"2", "Anna", "", "[[Kategorie:Benutzer:Deutsch]]"});
    pages.add(new String[] {"1", "Hals", "", "[[Kategorie:Maler]]"});
    assertThat(audit(new ForeignMembers()))
        .map(CategoryAuditsTest::bare)
        .containsExactly("Anna/Entwurf", "Hals");
  }

  @Test
  void disambiguationPageAndRedirectAmongArticlesAreFound() {
    article("Hals", "[[Kategorie:Maler]] [[Kategorie:Mann]]");
    article("Hals (Begriffsklärung)", "{{Begriffsklärung}} [[Kategorie:Maler]]");
    pages.add(new String[] {"0", "F. Hals", "Hals", "#WEITERLEITUNG [[Hals]] [[Kategorie:Maler]]"});
    pages.add(
        new String[] {
          "0",
          "Dirck Hals",
          "Hals",
          "#WEITERLEITUNG [[Hals]] [[Kategorie:Maler]] [[Kategorie:Mann]]"
        });
    assertThat(audit(new WrongKindOfMember()))
        .extracting(CategoryAuditsTest::bare, finding -> finding.evidence().get("kind"))
        .containsExactly(
            tuple("Hals (Begriffsklärung)", "disambiguation"), tuple("F. Hals", "redirect"));
  }
}
