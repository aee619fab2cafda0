package org.handsel.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.handsel.collection.Item;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.platform.HandselException;
import org.handsel.release.page.FilePage;
import org.handsel.release.page.FilePages;
import org.handsel.rights.RightsStatements;

/// What the page of an item would look like, before there is a plan or a file.
///
/// @param title with namespace, as the wiki would store it
/// @param wikitext of the page
/// @param checks what would keep it back, and what is worth a look
public record PageTrial(String title, String wikitext, List<PlanEntry.Check> checks) {
  public PageTrial {
    checks = List.copyOf(checks);
  }

  /// Makes pages by a profile; for one thread.
  ///
  /// @throws HandselException with exit 2 when the profile does not say how a page looks
  public static Function<Item, PageTrial> by(MappingProfile profile) {
    FilePages pages = FilePages.of(profile);
    RightsGate gate = new RightsGate(RightsStatements.load()::judge);
    TitleRegister titles = new TitleRegister(new HashSet<>()::add);
    return item -> of(item, pages, gate, titles);
  }

  private static PageTrial of(Item item, FilePages pages, RightsGate gate, TitleRegister titles) {
    RightsGate.Passage rights = gate.judge(item);
    FilePage page = pages.render(item, rights.released());
    TitleRegister.Given title = titles.give(page, item.id(), 0, extension(item));
    List<PlanEntry.Check> checks = new ArrayList<>();
    String refused = item.refused();
    if (refused != null) {
      checks.add(
          Checks.error(
              "REFUSED", "a rule under \"refuse\" of the profile keeps it out: " + refused));
    }
    checks.addAll(rights.checks());
    page.findings()
        .forEach(finding ->
            checks.add(
                finding.blocking()
                    ? Checks.error(finding.code(), finding.message())
                    : Checks.warning(finding.code(), finding.message())));
    checks.addAll(title.checks());
    return new PageTrial(title.title(), page.wikitext(), Checks.sorted(checks));
  }

  /// Files are not there yet; most deliveries name them.
  private static String extension(Item item) {
    String extension =
        item.first("image")
            .map(image -> FilesFolder.extension(FilesFolder.name(image.value())))
            .orElse("");
    return extension.matches("[a-z0-9]{2,4}") ? extension : "jpg";
  }
}
