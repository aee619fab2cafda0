package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Chooses a place of the delivery for each field of an item: by its name (`field-names.tsv`), what
/// its first values look like ([FieldEvidence]), how near to the record it stands and how often it
/// is filled. A place serves one field.
final class FieldChoice {
  /// Fields whose names are the least ambiguous choose first.
  private static final List<String> ORDER =
      List.of(
          "rights-metadata",
          "rights-work",
          "rights-reproduction",
          "image",
          "photographer",
          "depicted",
          "date",
          "dimensions",
          "medium",
          "title",
          "description",
          "creator",
          "place",
          "institution",
          "source",
          "keywords",
          "accession");

  private static final Pattern LARGE =
      Pattern.compile(
          "\\b(full|original|master|large|native|high|highres|max|download|primary|print)\\b");
  private static final Pattern SMALL =
      Pattern.compile("\\b(thumb\\w*|preview|small|icon|header|web|medium|min|tn|square)\\b|thumb");

  private final SourceProfile profile;
  private final Map<String, FieldProfile> chosen = new LinkedHashMap<>();
  private boolean rightsByValue;

  private FieldChoice(SourceProfile profile) {
    this.profile = profile;
  }

  static FieldChoice of(SourceProfile profile) {
    FieldChoice choice = new FieldChoice(profile);
    for (String field : ORDER) {
      choice.choose(field).ifPresent(found -> choice.chosen.put(field, found));
    }
    if (!choice.chosen.containsKey("rights-reproduction")) {
      choice
          .rightsByValue()
          .ifPresent(found -> {
            choice.rightsByValue = true;
            choice.chosen.put("rights-reproduction", found);
          });
    }
    return choice;
  }

  /// Fields to the place that serves them.
  Map<String, FieldProfile> chosen() {
    return chosen;
  }

  /// Whether the rights were told by their values only.
  boolean guessedRights() {
    return rightsByValue;
  }

  private Optional<FieldProfile> choose(String field) {
    return profile.fields().stream()
        .filter(each -> free(field, each) && FieldEvidence.fits(field, each))
        .filter(each -> rank(field, each) < FieldNames.NONE)
        .min(
            Comparator.comparingInt((FieldProfile each) -> thin(each) ? 1 : 0)
                .thenComparingInt(each -> rank(field, each))
                .thenComparingInt(each -> size(field, each))
                .thenComparingInt(each -> each.path().matches(".*(^|/)_?labels?$") ? 1 : 0)
                .thenComparingLong(each -> each.path().chars().filter(c -> c == '/').count())
                .thenComparingLong(each -> -each.records()));
  }

  private boolean free(String field, FieldProfile found) {
    boolean taken = !field.equals("accession") && chosen.containsValue(found);
    boolean numbered = found.path().matches(".*#[0-9]+$");
    boolean rare = found.records() * 200 < profile.records();
    boolean misused = !field.startsWith("rights-") && FieldEvidence.speaksOfRights(found);
    return !taken && !numbered && !rare && !misused && !found.isAttribute();
  }

  /// A picture is told by its files before its name, a licence by its words.
  private static int rank(String field, FieldProfile found) {
    int named = FieldNames.rank(field, found);
    if (field.equals("image")) {
      return FieldEvidence.pictures(found)
          ? named < FieldNames.NONE || FieldEvidence.addresses(found) ? 0 : 1
          : named < FieldNames.NONE ? (FieldEvidence.addresses(found) ? 2 : 3 + named) : named;
    }
    if (field.startsWith("rights-") && named < FieldNames.NONE) {
      return FieldEvidence.speaksOfRights(found) ? 0 : 1 + named;
    }
    return named;
  }

  /// Of several pictures of a thing the largest.
  private static int size(String field, FieldProfile found) {
    if (!field.equals("image")) {
      return 0;
    }
    String way = FieldNames.way(found);
    return SMALL.matcher(way).find() ? 2 : LARGE.matcher(way).find() ? 0 : 1;
  }

  /// Filled in less than a tenth of the records: only where there is nothing else.
  private boolean thin(FieldProfile found) {
    return found.records() * 10 < profile.records();
  }

  private Optional<FieldProfile> rightsByValue() {
    List<FieldProfile> free = new ArrayList<>(profile.fields());
    free.removeAll(chosen.values());
    return free.stream()
        .filter(field -> field.distinct() < 500 && FieldEvidence.mentionsRights(field))
        .findFirst();
  }
}
