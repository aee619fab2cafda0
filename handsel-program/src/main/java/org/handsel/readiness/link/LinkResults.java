package org.handsel.readiness.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.authority.check.LibraryNote;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.WikidataItem;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Json;
import org.handsel.readiness.audit.Finding;
import org.handsel.readiness.audit.Person;
import org.handsel.readiness.facts.Extraction;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// Turns accepted links into what others can use: `findings.jsonl` with an edit or statement for
/// each page that names no record yet, `links.beacon`, and conflicts for the library. Used by one
/// thread.
final class LinkResults {
  /// Audit of biographies without an identifier, which a link mends.
  private static final String AUDIT = "N1";

  private final WikiProfile profile;
  private final String scheme;
  private final Map<String, WikidataItem> items;
  private final Map<String, List<String>> known;
  private final LinkFiles links;
  private @Nullable LinkRow next;
  private final RecordStore records;
  private final Path out;
  private final String wiki;
  private final Identifiers identifiers = Identifiers.load();
  private final BufferedWriter findings;
  private final List<LibraryNote> conflicts = new ArrayList<>();
  private final Map<String, List<String>> beacon = new TreeMap<>();
  private long all;
  private long accepted;
  private long none;
  private long fresh;
  private long unplaced;

  LinkResults(
      Extraction extraction,
      String scheme,
      Map<String, WikidataItem> items,
      Map<String, List<String>> known,
      RecordStore records,
      Path out) {
    profile = extraction.profile();
    wiki = extraction.wiki();
    this.scheme = scheme;
    this.items = items;
    this.known = known;
    this.records = records;
    this.out = out;
    links = LinkFiles.open(out);
    next = links.next();
    try {
      findings = Files.newBufferedWriter(out.resolve("findings.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(out.toString(), e);
    }
  }

  /// Takes a page; all pages in the order in which their links were looked for.
  void page(Person page) {
    String title = page.facts().page().title();
    LinkRow link = accepted(title);
    if (!page.isPerson()) {
      return;
    }
    List<String> own = known.getOrDefault(title, List.of());
    for (String id : own) {
      if (records.find(id).isPresent()) {
        beacon.computeIfAbsent(id, key -> new ArrayList<>()).add(title);
      }
    }
    if (link == null) {
      return;
    }
    if (own.isEmpty()) {
      fresh++;
      beacon.computeIfAbsent(link.record(), key -> new ArrayList<>()).add(title);
      finding(page, link);
    } else if (own.stream().noneMatch(id -> same(id, link.record()))) {
      conflict(title, own.getFirst(), link);
    }
  }

  /// The link of a page, where it was accepted; links stand in the order of the pages.
  private @Nullable LinkRow accepted(String title) {
    LinkRow link = next;
    if (link == null || !link.person().equals(title)) {
      return null;
    }
    next = links.next();
    all++;
    none += link.linked() ? 0 : 1;
    accepted += link.accepted() ? 1 : 0;
    return link.accepted() ? link : null;
  }

  /// Whether an id is, or has become, the other.
  private boolean same(String id, String other) {
    return id.equals(other)
        || records
            .find(id)
            .flatMap(records::successor)
            .map(PersonRecord::id)
            .filter(other::equals)
            .isPresent();
  }

  /// The scheme of a record's id: a file may hold records of several authorities. Empty where it is
  /// of none.
  private String schemeOf(String id) {
    if (!scheme.isEmpty() && identifiers.judge(scheme, id).valid()) {
      return scheme;
    }
    return records
        .find(id)
        .flatMap(record ->
            record.details().identifiers().entrySet().stream()
                .filter(entry -> entry.getValue().contains(id))
                .map(Map.Entry::getKey)
                .filter(identifiers.schemes()::contains)
                .findFirst())
        .orElse("");
  }

  private void conflict(String title, String own, LinkRow link) {
    Optional<PersonRecord> other = records.find(link.record());
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("source", title);
    evidence.put("probability", link.probability());
    evidence.put("reasons", link.evidence());
    conflicts.add(
        new LibraryNote(
            LibraryNote.Kind.CONFLICT,
            LibraryNote.Strength.LIKELY,
            own,
            records.find(own).map(PersonRecord::name).orElse(""),
            link.record(),
            "\"%s\" names %s; %s (\"%s\") is this person with a probability of %.3f."
                .formatted(
                    title,
                    own,
                    link.record(),
                    other.map(PersonRecord::name).orElse(""),
                    link.probability()),
            evidence));
  }

  private void finding(Person page, LinkRow link) {
    String scheme = schemeOf(link.record());
    Map<String, Object> proposal = new LinkedHashMap<>(edit(page, link, scheme));
    WikidataItem item = items.get(page.facts().page().title());
    if (item != null
        && item.human()
        && !scheme.isEmpty()
        && !identifiers.property(scheme).isEmpty()
        && item.identifiers().getOrDefault(scheme, List.of()).isEmpty()) {
      Map<String, Object> statement = new LinkedHashMap<>();
      statement.put("item", item.id());
      statement.put("property", identifiers.property(scheme));
      statement.put("value", link.record());
      proposal.put("statements", List.of(statement));
    }
    unplaced += proposal.isEmpty() ? 1 : 0;
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("scheme", scheme);
    evidence.put("value", link.record());
    evidence.put("name", records.find(link.record()).map(PersonRecord::name).orElse(""));
    evidence.put("probability", link.probability());
    evidence.put("reasons", link.evidence());
    Finding finding =
        new Finding(
            AUDIT,
            page.facts().page().id(),
            page.facts().page().title(),
            "The record %s %s is this person with a probability of %.3f: %s."
                .formatted(
                    scheme.toUpperCase(Locale.ROOT),
                    link.record(),
                    link.probability(),
                    link.evidence()),
            evidence,
            proposal);
    try {
      findings.write(Json.line(finding));
      findings.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(out.toString(), e);
    }
  }

  /// The edit that puts the identifier on the page, by the template of the wiki; empty where the
  /// template takes no such identifier.
  private Map<String, Object> edit(Person page, LinkRow link, String scheme) {
    WikiProfile.Authority template = profile.authority().orElse(null);
    List<String> parameters = template == null ? null : template.identifiers().get(scheme);
    if (template == null || parameters == null) {
      return Map.of();
    }
    String parameter = parameters.getFirst();
    String filled = "|" + parameter + "=" + link.record();
    List<String> types = template.types().get("person");
    String type =
        template.typeParameter().isPresent() && types != null
            ? "|" + template.typeParameter().get() + "=" + types.getFirst()
            : "";
    String old = "";
    String changed = "{{" + template.template() + type + filled + "}}";
    if (!page.authority().isEmpty()) {
      TemplateCall call = page.authority().getFirst();
      if (call.arguments().isEmpty()) {
        // A template without arguments shows what Wikidata holds: there the link belongs.
        return Map.of();
      }
      Map.Entry<String, String> place = place(call, template, parameter);
      old = "|" + place.getKey() + "=" + place.getValue();
      boolean replaced =
          place.getKey().equals(parameter) || template.missing().contains(place.getKey());
      changed = replaced ? filled : old + filled;
    }
    Map<String, Object> proposal = new LinkedHashMap<>();
    proposal.put("page", page.facts().page().title());
    proposal.put("old", old);
    proposal.put("new", changed);
    proposal.put("summary", "%s %s".formatted(parameter, link.record()));
    return proposal;
  }

  /// The argument that the new one replaces or follows: an empty one of its name, the remark that a
  /// record is missing, else the first.
  private static Map.Entry<String, String> place(
      TemplateCall call, WikiProfile.Authority template, String parameter) {
    if (call.arguments().containsKey(parameter)) {
      return Map.entry(parameter, call.arguments().getOrDefault(parameter, "").strip());
    }
    for (Map.Entry<String, String> argument : call.arguments().entrySet()) {
      if (template.missing().contains(argument.getKey())) {
        return Map.entry(argument.getKey(), argument.getValue().strip());
      }
    }
    Map.Entry<String, String> first = call.arguments().entrySet().iterator().next();
    return Map.entry(first.getKey(), first.getValue().strip());
  }

  void end() {
    links.close();
    if (next != null) {
      throw new IllegalStateException(
          "links.tsv is not in the order of the pages: " + next.person());
    }
    try {
      findings.close();
    } catch (IOException e) {
      throw new UncheckedIOException(out.toString(), e);
    }
    DurableFiles.replace(out.resolve("links.beacon"), this::write);
  }

  /// Source: BEACON link dump format. Without a time, so that the same input gives the same bytes.
  private void write(BufferedWriter lines) throws IOException {
    String address = address();
    lines.write("#FORMAT: BEACON\n");
    if (!scheme.isEmpty()) {
      lines.write("#PREFIX: " + identifiers.address(scheme, "") + "\n");
    }
    lines.write("#NAME: Biographies of " + wiki + "\n");
    lines.write("#DESCRIPTION: Accepted links and links that the pages name already\n");
    for (Map.Entry<String, List<String>> entry : beacon.entrySet()) {
      if (!scheme.isEmpty() && !identifiers.judge(scheme, entry.getKey()).valid()) {
        // All ids of a BEACON file stand behind one prefix.
        continue;
      }
      for (String title : entry.getValue()) {
        String name = title.replace('|', ' ');
        lines.write(
            address.isEmpty()
                ? "%s|%s\n".formatted(entry.getKey(), name)
                : "%s|%s|%s%s\n".formatted(entry.getKey(), name, address, encoded(title)));
      }
    }
  }

  /// Address of a Wikipedia's pages; empty for other wikis, whose address the dump does not tell.
  private String address() {
    return wiki.matches("[a-z_]{2,12}wiki") && !wiki.equals("commonswiki")
        ? "https://%s.wikipedia.org/wiki/"
            .formatted(wiki.substring(0, wiki.length() - 4).replace('_', '-'))
        : "";
  }

  private static String encoded(String title) {
    return URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8)
        .replace("%3A", ":")
        .replace("%2F", "/")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%2C", ",");
  }

  /// How many rows of `links.tsv` there are.
  record Counts(long all, long accepted, long none) {}

  Counts counts() {
    return new Counts(all, accepted, none);
  }

  List<LibraryNote> conflicts() {
    return conflicts;
  }

  /// Accepted links to pages that name no record yet.
  long fresh() {
    return fresh;
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (unplaced > 0) {
      remarks.add(
          "For %,d links there is no edit: the wiki's template takes no such identifier or shows what Wikidata holds%s."
              .formatted(
                  unplaced, items.isEmpty() ? "; --wikidata gives statements for Wikidata" : ""));
    }
    return remarks;
  }
}
