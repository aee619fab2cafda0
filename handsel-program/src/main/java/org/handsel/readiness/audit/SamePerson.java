package org.handsel.readiness.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;

/// P8: two pages whose person data has the same name and the same dates of birth and death, and at
/// least one date.
///
/// No edit is proposed: two articles are joined by people, and which of them stays, what of the
/// other is kept and whether they are not two persons after all, no line of wikitext says.
final class SamePerson implements PageAudit {
  private final Map<String, String> titles = new HashMap<>();
  private final WikiProfile profile;

  SamePerson(WikiProfile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "P8";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    String name = LifeDate.plain(page.value("name"));
    String birth = LifeDate.plain(page.value("birth-date"));
    String death = LifeDate.plain(page.value("death-date"));
    if (page.call() == null || name.isEmpty() || birth.isEmpty() && death.isEmpty()) {
      return;
    }
    String title = page.facts().page().title();
    String other = titles.putIfAbsent(name + "\n" + birth + "\n" + death, title);
    if (other != null && !other.equals(title)) {
      findings.accept(
          page.finding(
              id(),
              Map.of(
                  "template",
                  profile.personData().orElseThrow().template(),
                  "name",
                  name,
                  "birth",
                  birth,
                  "death",
                  death,
                  "other",
                  other)));
    }
  }
}
