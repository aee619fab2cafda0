package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.handsel.readiness.facts.PageFacts;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.LifeYears;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// A page seen as one on a person: what its person data, its categories and its first words say.
///
/// @param call of the template with person data, or null
/// @param data values of that template by meaning (`name`, `birth-date` …); empty ones are left out
/// @param biography whether its categories are those of a person
/// @param births years that categories tell
/// @param deaths years that categories tell
/// @param living whether a category says that the person is alive
/// @param authority calls of the template with identifiers
public record Person(
    PageFacts facts,
    WikiProfile profile,
    @Nullable TemplateCall call,
    Map<String, String> data,
    boolean biography,
    TreeSet<Integer> births,
    TreeSet<Integer> deaths,
    boolean living,
    List<TemplateCall> authority) {

  /// Reads what a page says by the profile of its wiki.
  public static Person of(PageFacts facts, WikiProfile profile) {
    TreeSet<Integer> births = new TreeSet<>();
    TreeSet<Integer> deaths = new TreeSet<>();
    boolean biography = false;
    boolean living = false;
    for (CategoryLink link : facts.categories()) {
      Optional<LifeYears.LifeYear> year = profile.biography().years().read(link.category());
      year.ifPresent(told -> (told.birth() ? births : deaths).add(told.year()));
      living |= profile.biography().living().contains(link.category());
      biography |= year.isPresent() || profile.biography().tells(link.category());
    }
    TemplateCall call = null;
    Map<String, String> data = new LinkedHashMap<>();
    Optional<WikiProfile.PersonData> template = profile.personData();
    if (template.isPresent()) {
      for (TemplateCall candidate : facts.templates()) {
        if (call == null && candidate.name().equals(template.get().template())) {
          call = candidate;
        }
      }
      if (call != null) {
        Map<String, String> arguments = call.arguments();
        template
            .get()
            .fields()
            .forEach((meaning, parameter) -> {
              String value = arguments.getOrDefault(parameter, "");
              if (!value.isBlank()) {
                data.put(meaning, value);
              }
            });
      }
    }
    String authority = profile.authority().map(WikiProfile.Authority::template).orElse("\n");
    return new Person(
        facts,
        profile,
        call,
        data,
        biography,
        births,
        deaths,
        living,
        facts.templates().stream().filter(used -> used.name().equals(authority)).toList());
  }

  /// A value that wikitext tells; empty where there is none or only MediaWiki knows it.
  public String value(String meaning) {
    String value = data.getOrDefault(meaning, "");
    return TemplateCall.dynamic(value) ? "" : value;
  }

  /// Whether it is an article on a person, or a redirect that stands for one.
  public boolean isPerson() {
    return facts.isArticle() && biography || call != null && facts.page().namespace() == 0;
  }

  Finding finding(String audit, Map<String, Object> evidence) {
    return finding(audit, evidence, Map.of());
  }

  Finding finding(String audit, Map<String, Object> evidence, Map<String, Object> proposal) {
    return new Finding(audit, facts.page().id(), facts.page().title(), "", evidence, proposal);
  }
}
