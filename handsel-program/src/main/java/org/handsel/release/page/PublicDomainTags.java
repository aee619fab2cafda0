package org.handsel.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Finds public-domain tags on a page that give no reason: Commons has millions of files under tags
/// that say too little, and none of a release may join them.
final class PublicDomainTags {
  private static final Pattern TAG =
      Pattern.compile(
          "\\{\\{\\s*((?i:Licensed-)?(?i:PD)(?:[- _][^{}|\\[\\]\\n]*)?)\\s*(\\|[^{}]*)?\\}\\}");
  private static final Pattern AMERICAN =
      Pattern.compile("(?i)PD-US|PD-1996|PD-1923|-expired|PD-USGov|Cc-zero");

  private final Map<String, Tag> tags =
      Tsv.resource(PublicDomainTags.class, "public-domain-tags.tsv").stream()
          .map(row -> new Tag(row.get(0), row.get(1), row.get(2).equals("yes")))
          .collect(Collectors.toUnmodifiableMap(tag -> plain(tag.name()), tag -> tag));

  private record Tag(String name, String needs, boolean home) {}

  /// What is wrong with the tags of a page.
  List<PageFinding> of(String wikitext) {
    List<PageFinding> findings = new ArrayList<>();
    Matcher matcher = TAG.matcher(wikitext);
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      String rest = matcher.group(2) == null ? "" : matcher.group(2);
      String inner = first(rest);
      if (bare(tags.get(plain(name)), rest) || bare(tags.get(plain(inner)), after(rest))) {
        findings.add(
            new PageFinding(
                "TAG_BARE",
                "%s gives no reason why the work is free: expected one with year of death, date or country, such as {{PD-Art|PD-old-auto-expired|deathyear=1925}}. Have the rights estimated and write what they rest on."
                    .formatted(matcher.group()),
                true));
      } else if ((home(name) || home(inner)) && !AMERICAN.matcher(wikitext).find()) {
        findings.add(
            new PageFinding(
                "TAG_HOME_ONLY",
                "%s says why the work is free at home, not why in the United States: expected a tag for both, such as PD-old-100-expired, or a second one."
                    .formatted(matcher.group())));
      }
    }
    return findings.stream().distinct().toList();
  }

  private boolean home(String name) {
    Tag tag = tags.get(plain(name));
    return tag != null && tag.home();
  }

  private static boolean bare(@Nullable Tag tag, String rest) {
    return tag != null
        && switch (tag.needs()) {
          case "never" -> true;
          case "first" -> first(rest).isBlank();
          case "deathyear" ->
              !Pattern.compile("\\|\\s*death\\s*year\\s*=\\s*\\d").matcher(rest).find();
          default -> false;
        };
  }

  /// The first parameter without a name.
  private static String first(String rest) {
    for (String one : rest.split("\\|", -1)) {
      if (!one.isBlank() && !one.contains("=")) {
        return one.strip();
      }
      if (one.strip().startsWith("1=")) {
        return one.strip().substring(2).strip();
      }
    }
    return "";
  }

  /// What follows the first parameter without a name; it belongs to the tag that it names.
  private static String after(String rest) {
    String inner = first(rest);
    return rest.substring(rest.indexOf(inner) + inner.length());
  }

  private static String plain(String name) {
    return name.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
