package org.handsel.rights.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;

/// The estimate for one layer of an item; one line of `rights.jsonl`.
///
/// @param layer `work` or `reproduction`
/// @param commons what Commons would make of it: yes, conditional, hold or no
/// @param source status in the source country; null for a layer that follows the other
/// @param us status in the United States
/// @param basis rule, facts used and year of evaluation
/// @param missing names of the facts that would decide; what to find out stands in the basis
/// @param changes first free year by jurisdiction (`source`, `us`) where it lies ahead and can be
///   told; the later one counts
/// @param tag proposal for the file page; null when nothing may be released
/// @param sdc proposal for structured data
/// @param notes what is not copyright, and what contradicts the estimate
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Estimate(
    String item,
    String layer,
    Status status,
    Verdict commons,
    @Nullable Jurisdiction us,
    @Nullable Jurisdiction source,
    Basis basis,
    Confidence confidence,
    List<String> missing,
    Map<String, Integer> changes,
    @Nullable String tag,
    List<Claim> sdc,
    List<String> notes) {

  public static final String WORK = "work";
  public static final String REPRODUCTION = "reproduction";

  public Estimate {
    missing = List.copyOf(missing);
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    sdc = List.copyOf(sdc);
    notes = List.copyOf(notes);
  }

  /// The year in which the layer is free everywhere that counts; null when it is or cannot be told.
  public @Nullable Integer freeIn() {
    boolean pending =
        !changes.isEmpty()
            && told(source, changes.containsKey("source"))
            && told(us, changes.containsKey("us"));
    return pending ? (Integer) Collections.max(changes.values()) : null;
  }

  private static boolean told(@Nullable Jurisdiction jurisdiction, boolean listed) {
    return listed || jurisdiction == null || jurisdiction.status() == Status.PUBLIC_DOMAIN;
  }

  /// Status under one law.
  ///
  /// @param country null for the United States, whose key says it
  public record Jurisdiction(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country,
      String rule,
      Status status) {}

  /// What the estimate rests on.
  ///
  /// @param year year of evaluation
  /// @param deathYear latest possible death year of the last author
  /// @param published latest possible year of first publication
  /// @param created latest possible year of making
  /// @param facts the texts as delivered, by the path of the fact
  /// @param intervals the years that each text allows
  /// @param rules the rows of the table that decided, with their source
  /// @param find what to find out, by the name of the missing fact
  /// @param declared what the item itself says, apart from the estimate
  /// @param contradictions where the facts or the declaration do not agree with the estimate
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Basis(
      int year,
      @Nullable Integer deathYear,
      @Nullable Integer published,
      @Nullable Integer created,
      Map<String, String> facts,
      Map<String, List<Integer>> intervals,
      List<Rule> rules,
      Map<String, String> find,
      @Nullable Declared declared,
      List<String> contradictions) {
    public Basis {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
      intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
      rules = List.copyOf(rules);
      find = Collections.unmodifiableMap(new LinkedHashMap<>(find));
      contradictions = List.copyOf(contradictions);
    }
  }

  /// A row of `terms.tsv`.
  public record Rule(
      String rule, String country, String source, String checked, boolean verified) {}

  /// A statement of the item itself, as `items.jsonl` holds it.
  public record Declared(
      @Nullable String uri, @Nullable String verdict, @Nullable String raw, @Nullable String path) {
    boolean silent() {
      return uri == null && raw == null;
    }
  }

  /// One statement for structured data.
  ///
  /// @param qualifiers item by property
  public record Claim(String property, String value, Map<String, String> qualifiers) {
    public Claim {
      qualifiers = Collections.unmodifiableMap(new LinkedHashMap<>(qualifiers));
    }
  }
}
