package org.handsel.release;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.handsel.wiki.api.Wiki;

/// The questions of a plan, put to a real wiki.
///
/// Every method throws a [HandselException] with exit 3 when the wiki gives no usable answer.
public final class OnWiki implements WikiFacts {
  private final Wiki wiki;

  public OnWiki(Wiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public Set<String> existing(Collection<String> titles) {
    return wiki.existing(titles).orThrow(wiki.api() + ", which titles exist");
  }

  @Override
  public Map<String, List<String>> filesBySha1(Collection<String> sha1s) {
    return wiki.filesBySha1(sha1s).orThrow(wiki.api() + ", which files exist");
  }

  @Override
  public Optional<String> titleRefusal(String title) {
    return wiki.titleRefusal(title).orThrow(wiki.api() + ", whether a title is allowed");
  }

  @Override
  public Map<String, Set<String>> above(Collection<String> categories) {
    String prefix = "Category:";
    Map<String, Set<String>> above = new LinkedHashMap<>();
    wiki.categories(categories.stream().map(name -> prefix + name).toList())
        .orThrow(wiki.api() + ", which categories are above others")
        .forEach((title, parents) -> {
          Set<String> names = new LinkedHashSet<>();
          // The wiki writes its own word for the namespace.
          parents.forEach(parent -> names.add(parent.substring(parent.indexOf(':') + 1)));
          above.put(title.substring(prefix.length()), names);
        });
    return above;
  }
}
