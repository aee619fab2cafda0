package org.handsel.app.web.letters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.app.web.Form;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.letters.ConditionsView.About;
import org.handsel.app.web.letters.ConditionsView.Passage;
import org.handsel.app.web.letters.ConditionsView.Point;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Once;
import org.handsel.rights.conditions.AnswerLetters;
import org.handsel.rights.conditions.Chosen;
import org.handsel.rights.conditions.Conditions;
import org.handsel.rights.conditions.LetterAnalysis;
import org.jspecify.annotations.Nullable;

/// Reads a letter for conditions, and drafts the answer. Nothing is stored: the letter goes along
/// with the form until its answer is logged with the partnership. Safe for use by many threads.
public final class ConditionsRoom implements Room {
  private static final int LETTER = 200_000;

  private final Institutions institutions;
  private final Partnerships partnerships;
  private final Timeline timeline;
  private final Once<Conditions> conditions;
  private final Once<AnswerLetters> answers = Once.of(AnswerLetters::load);

  /// @param conditions the tables of wordings; they are large, and what is learnt of them takes
  ///   longer than a visitor should wait
  public ConditionsRoom(
      Database database,
      History history,
      Institutions institutions,
      Once<Conditions> conditions,
      Clock clock) {
    this.conditions = conditions;
    this.institutions = institutions;
    this.partnerships = new Partnerships(database, history, clock);
    this.timeline = new Timeline(database, history, clock);
  }

  @Override
  public String name() {
    return "conditions";
  }

  @Override
  public void prepare() {
    conditions.get();
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(50, "/conditions", "conditions.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/conditions", Role.VIEWER, this::open);
    routes.post("/conditions", Role.VIEWER, this::analyse);
  }

  private void open(Page page) {
    @Nullable About about = about(page.query("partnership"), page.query("entry")).orElse(null);
    String letter =
        about == null ? "" : timeline.find(about.entry()).map(entry -> entry.text()).orElse("");
    if (letter.isBlank()) {
      Form form = page.form(Map.of());
      page.show(
          "conditions/page.jte",
          new ConditionsView(
              "", null, List.of(), List.of(), Map.of(), language(page, ""), "", about, form));
      return;
    }
    LetterAnalysis analysis = conditions.get().analyse(letter);
    show(
        page,
        letter,
        analysis,
        Chosen.all(analysis).offers(),
        language(page, analysis.language()),
        false,
        about,
        page.form(Map.of()));
  }

  private Optional<About> about(String partnership, String entry) {
    Optional<String> id =
        entry.isEmpty()
            ? Optional.of(partnership).filter(text -> !text.isEmpty())
            : timeline.find(entry).map(found -> found.partnership());
    return id.flatMap(partnerships::find)
        .map(Partnership::institution)
        .flatMap(institutions::find)
        .map(Institution::name)
        .map(name -> new About(id.orElseThrow(), name, entry));
  }

  /// The language of an answer: that of the letter, else that of the page.
  private static String language(Page page, String ofLetter) {
    String code = page.words().language().code();
    if (Conditions.LANGUAGES.contains(ofLetter)) {
      return ofLetter;
    }
    return Conditions.LANGUAGES.contains(code) ? code : "en";
  }

  private void analyse(Page page) {
    Form form = page.form();
    String letter = form.required("letter", LETTER).replace("\r\n", "\n");
    @Nullable About about = about(form.value("partnership"), form.value("entry")).orElse(null);
    if (!form.good()) {
      page.show(
          422,
          "conditions/page.jte",
          new ConditionsView(
              form.value("letter"),
              null,
              List.of(),
              List.of(),
              Map.of(),
              language(page, ""),
              "",
              about,
              form));
      return;
    }
    String told = form.value("language");
    LetterAnalysis analysis =
        Conditions.LANGUAGES.contains(told)
            ? conditions.get().analyse(letter, told)
            : conditions.get().analyse(letter);
    boolean draft = form.ticked("draft");
    Map<String, Set<Integer>> takes = draft ? taken(form) : Chosen.all(analysis).offers();
    String asked = form.value("answer-language");
    show(
        page,
        letter,
        analysis,
        takes,
        Conditions.LANGUAGES.contains(asked) ? asked : language(page, analysis.language()),
        draft,
        about,
        form);
  }

  private static Map<String, Set<Integer>> taken(Form form) {
    Map<String, Set<Integer>> taken = new LinkedHashMap<>();
    form.all("take").forEach(id -> taken.put(id, new LinkedHashSet<>()));
    for (String offer : form.all("offer")) {
      int colon = offer.lastIndexOf(':');
      if (colon > 0 && offer.substring(colon + 1).matches("[0-9]{1,2}")) {
        Set<Integer> numbers = taken.get(offer.substring(0, colon));
        if (numbers != null) {
          numbers.add(Integer.valueOf(offer.substring(colon + 1)));
        }
      }
    }
    return taken;
  }

  private void show(
      Page page,
      String letter,
      LetterAnalysis analysis,
      Map<String, Set<Integer>> takes,
      String language,
      boolean draft,
      @Nullable About about,
      Form form) {
    List<Point> points = points(page, analysis);
    page.show(
        "conditions/page.jte",
        new ConditionsView(
            letter,
            analysis,
            passages(letter, analysis, points),
            points,
            takes,
            language,
            draft ? answers.get().draft(analysis, language, new Chosen(takes)) : "",
            about,
            form));
  }

  private List<Point> points(Page page, LetterAnalysis analysis) {
    Map<String, List<LetterAnalysis.Condition>> byId = new LinkedHashMap<>();
    analysis
        .conditions()
        .forEach(one -> byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
    List<Point> points = new ArrayList<>();
    byId.forEach((id, found) ->
        points.add(
            new Point(
                points.size() + 1,
                id,
                found.getFirst().verdict().name().toLowerCase(Locale.ROOT),
                found.stream().anyMatch(one -> one.certainty() == LetterAnalysis.Certainty.SURE),
                answers.get().words(id, page.words().language().code()),
                found.getFirst().source(),
                found.stream().map(LetterAnalysis.Condition::quote).distinct().toList())));
    return points;
  }

  /// Cuts the letter at the ends of all passages; where several conditions stand in one, the
  /// hardest verdict gives the colour.
  private static List<Passage> passages(
      String letter, LetterAnalysis analysis, List<Point> points) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, letter.length()));
    analysis
        .conditions()
        .forEach(one -> {
          cuts.add(one.start());
          cuts.add(one.end());
        });
    analysis
        .open()
        .forEach(one -> {
          cuts.add(one.start());
          cuts.add(one.end());
        });
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    for (int to : cuts) {
      if (to > from) {
        passages.add(passage(letter, from, to, analysis, points));
      }
      from = Math.max(from, to);
    }
    return passages;
  }

  private static Passage passage(
      String letter, int from, int to, LetterAnalysis analysis, List<Point> points) {
    List<LetterAnalysis.Condition> stated =
        analysis.conditions().stream()
            .filter(one -> one.start() <= from && one.end() >= to)
            .toList();
    String text = letter.substring(from, to);
    if (stated.isEmpty()) {
      boolean open =
          analysis.open().stream().anyMatch(one -> one.start() <= from && one.end() >= to);
      return new Passage(text, open ? "open" : "plain", List.of());
    }
    List<Integer> numbers =
        points.stream()
            .filter(point -> stated.stream().anyMatch(one -> one.id().equals(point.id())))
            .map(Point::number)
            .toList();
    boolean sure =
        stated.stream().anyMatch(one -> one.certainty() == LetterAnalysis.Certainty.SURE);
    LetterAnalysis.Answerable hardest =
        stated.stream()
            .map(LetterAnalysis.Condition::verdict)
            .max(java.util.Comparator.naturalOrder())
            .orElseThrow();
    return new Passage(text, sure ? hardest.name().toLowerCase(Locale.ROOT) : "unsure", numbers);
  }
}
