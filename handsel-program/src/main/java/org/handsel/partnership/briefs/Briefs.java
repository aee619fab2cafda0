package org.handsel.partnership.briefs;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handsel.partnership.briefs.Brief.Answered;
import org.handsel.partnership.briefs.Brief.Passed;
import org.handsel.partnership.briefs.Brief.Role;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.precedents.Precedent;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.precedents.Seeker;
import org.handsel.partnership.prospects.KnownFacts;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.register.Identifier;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.register.ProfileStatement;
import org.handsel.partnership.register.Question;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Html;
import org.handsel.platform.Once;
import org.handsel.platform.paper.Paper;

/// Briefs for meetings and slides for the institution's staff, as pages that stand alone and as
/// PDF. Safe for use by many threads.
public final class Briefs {
  private static final int PRECEDENTS = 4;
  private static final int COUNTED = 12;
  private static final int LOOKED_AT = 200;
  private static final int ENTRIES = 12;
  private static final float NAME_WIDTH = 420;

  private final Institutions register;
  private final Prospects prospects;
  private final Precedents precedents;
  private final Contacts contacts;
  private final Partnerships partnerships;
  private final Timeline timeline;
  private final Clock clock;
  private final Once<BriefTables> tables = Once.of(BriefTables::load);
  private final Once<Decks> decks = Once.of(Decks::new);
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public Briefs(
      Database database,
      History history,
      Clock clock,
      Institutions register,
      Prospects prospects,
      Precedents precedents) {
    this.register = register;
    this.prospects = prospects;
    this.precedents = precedents;
    this.contacts = new Contacts(database, history, clock);
    this.partnerships = new Partnerships(database, history, clock);
    this.timeline = new Timeline(database, history, clock);
    this.clock = clock;
  }

  /// Puts together all that is known of an institution.
  public Optional<Brief> brief(String institution, Wording words) {
    Optional<Institution> found = register.find(institution);
    Optional<Prospect> prospect = prospects.one(institution, prospects.weights());
    if (found.isEmpty() || prospect.isEmpty()) {
      return Optional.empty();
    }
    KnownFacts facts = prospect.get().facts();
    List<Answered> known = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Map<String, ProfileStatement> answers = new HashMap<>();
    register.profile(institution).forEach(answer -> answers.put(answer.question(), answer));
    for (Question question : register.questions()) {
      ProfileStatement answer = answers.get(question.id());
      if (answer == null) {
        open.add(question.label(words.language()));
      } else {
        known.add(
            new Answered(
                question.label(words.language()),
                shown(question, answer.answer(), words),
                answer.evidence() == null ? "" : answer.evidence(),
                answer.asOf()));
      }
    }
    List<FittingPrecedent> fitting =
        precedents.fitting(
            seeker(
                institution,
                facts,
                register.identifiers(institution).stream().map(Identifier::value).toList()),
            LOOKED_AT);
    List<Passed> passed = new ArrayList<>();
    boolean more = passed(institution, passed);
    return Optional.of(
        new Brief(
            LocalDate.now(clock),
            found.get(),
            register.identifiers(institution),
            prospect.get(),
            known,
            open,
            fitting.stream().limit(PRECEDENTS).toList(),
            fitting.stream().filter(Briefs::counted).limit(COUNTED).toList(),
            tables.get().asks(facts),
            tables.get().questions(facts, words.language()),
            passed,
            more,
            roles(institution),
            prospects.gaps()));
  }

  private static Seeker seeker(String institution, KnownFacts facts, List<String> identifiers) {
    return new Seeker(
        institution,
        identifiers,
        facts.text("type").orElse(null),
        facts.text("country").orElse(null),
        facts.number("images").isPresent() ? (long) facts.number("images").getAsDouble() : null,
        // What the community asks for where the institution holds the rights.
        "CC BY-SA 4.0");
  }

  /// Whether enough was counted to show it.
  private static boolean counted(FittingPrecedent one) {
    Precedent.Figures figures = one.precedent().figures();
    return figures != null
        && figures.files() != null
        && figures.used() != null
        && figures.files() >= Precedent.FEW;
  }

  private static String shown(Question question, String answer, Wording words) {
    KnownFacts one = new KnownFacts(Map.of("it", answer), Map.of());
    return switch (question.kind()) {
      case "share" ->
          one.share("it").isPresent() ? words.percent(one.share("it").getAsDouble()) : answer;
      case "number" ->
          answer.matches("[0-9]{1,15}") ? words.number(Long.parseLong(answer)) : answer;
      case "choice" ->
          words.has("prospects.choice." + answer) ? words.of("prospects.choice." + answer) : answer;
      default -> answer;
    };
  }

  private boolean passed(String institution, List<Passed> passed) {
    List<Entry> all = new ArrayList<>();
    boolean more = false;
    for (Partnership one : partnerships.with(institution)) {
      Entry.Page page = timeline.page(one.id(), null, ENTRIES);
      page.entries().stream().filter(entry -> !entry.withdrawn()).forEach(all::add);
      more |= page.next() != null;
    }
    all.sort(java.util.Comparator.comparing(Entry::day).thenComparing(Entry::id).reversed());
    all.stream()
        .limit(ENTRIES)
        .map(entry ->
            new Passed(
                entry.day(),
                entry.kind().code(),
                entry.direction().code(),
                entry.answer() == null ? "" : entry.answer().code(),
                entry.text(),
                entry.who().name()))
        .forEach(passed::add);
    return more || all.size() > ENTRIES;
  }

  private List<Role> roles(String institution) {
    Map<String, List<Contact>> byRole = new LinkedHashMap<>();
    contacts.at(institution).stream()
        .filter(contact -> !contact.erased())
        .forEach(contact ->
            byRole.computeIfAbsent(contact.role(), role -> new ArrayList<>()).add(contact));
    List<Role> roles = new ArrayList<>();
    byRole.forEach((role, people) ->
        roles.add(
            new Role(
                role,
                people.size(),
                people.stream()
                    .map(Contact::lastContactOn)
                    .filter(java.util.Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElse(null))));
    return roles;
  }

  /// Slides from the same facts.
  public Deck deck(Brief brief, Wording words) {
    return decks.get().of(brief, name(brief, words), words);
  }

  static String name(Brief brief, Wording words) {
    String name = brief.institution().name();
    return name.isBlank() ? words.of("prospects.one.noname") : name;
  }

  /// A brief as a page that stands alone.
  public String html(Brief brief, Wording words) {
    return page(brief, words, Html::escaped);
  }

  /// A brief as PDF.
  ///
  /// @param fonts folders with font files that come before the system's
  public byte[] pdf(Brief brief, Wording words, List<Path> fonts) {
    Paper paper = new Paper(fonts, NAME_WIDTH);
    return paper.pdf(page(brief, words, paper::text));
  }

  private String page(Brief brief, Wording words, UnaryOperator<String> text) {
    return rendered(
        "brief/brief.jte",
        new BriefPage(brief, words, name(brief, words), style("brief.css"), text));
  }

  /// Slides as a page that stands alone; the arrow keys turn them over.
  public String html(Deck deck, Wording words) {
    return rendered(
        "brief/slides.jte",
        new SlidesPage(deck, words, style("slides.css"), style("slides.js"), Html::escaped));
  }

  /// Slides as PDF, one a page.
  public byte[] pdf(Deck deck, Wording words, List<Path> fonts) {
    Paper paper = new Paper(fonts, NAME_WIDTH);
    return paper.pdf(
        rendered(
            "brief/slides.jte", new SlidesPage(deck, words, style("slides.css"), "", paper::text)));
  }

  /// What a Content-Security-Policy names to allow the one script of [#html(Deck, Wording)].
  public static String scriptHash() {
    try {
      return "sha256-"
          + java.util.Base64.getEncoder()
              .encodeToString(
                  java.security.MessageDigest.getInstance("SHA-256")
                      .digest(style("slides.js").getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String rendered(String template, Object model) {
    StringOutput out = new StringOutput();
    templates.render(template, model, out);
    return out.toString();
  }

  private static String style(String name) {
    try (InputStream in = Briefs.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
