package org.handsel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The house rules that a compiler does not know; each failure says why the rule is there.
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.handsel");

  /// Which room may use which; `platform` is open to all, `app` to nobody and may use all.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("platform", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("wiki", Set.of()),
          Map.entry("marc", Set.of()),
          Map.entry("authority", Set.of("text", "marc")),
          Map.entry("rights", Set.of()),
          Map.entry("readiness", Set.of("text", "wiki", "authority")),
          Map.entry("collection", Set.of("text", "rights", "marc")),
          Map.entry("partnership", Set.of("rights")),
          Map.entry(
              "release",
              Set.of("text", "wiki", "collection", "rights", "authority", "partnership")),
          Map.entry("impact", Set.of("wiki", "authority", "readiness", "partnership", "release")));

  /// Public classes that are neither records nor results: the doors of the rooms.
  private static final Set<String> FACADES =
      Set.of(
          "Above",
          "Accounts",
          "Addresses",
          "Agendas",
          "AgreementRooms",
          "Agreements",
          "AnswerLetters",
          "AuditCatalogue",
          "AuditJobs",
          "AuditRun",
          "AuditRuns",
          "AuditTexts",
          "AuthorityIndex",
          "Backups",
          "Boards",
          "Briefs",
          "CalendarFeed",
          "Calibration",
          "Capacities",
          "CategoryFile",
          "CategoryGraph",
          "Claims",
          "Cockpit",
          "Commands",
          "Commitments",
          "Comparison",
          "Conditions",
          "ConditionsRoom",
          "Contacts",
          "Corrections",
          "Cycles",
          "Dates",
          "Digests",
          "Dimensions",
          "Disagreement",
          "Drafts",
          "DumpRanges",
          "Dumps",
          "EditLists",
          "EditRun",
          "Edtf",
          "Effort",
          "ErrorLog",
          "EstimateRun",
          "Exports",
          "FactsExtraction",
          "RunControl",
          "FailedRows",
          "PageMerge",
          "PartnerFolder",
          "Refresh",
          "ReleaseChanges",
          "SourceLinks",
          "FactsShares",
          "FactsReading",
          "FactsWriter",
          "FilePages",
          "FileTitles",
          "FindingIdentity",
          "FindingWork",
          "FindingsFile",
          "GapReading",
          "GraphFindings",
          "Gatekeeper",
          "Guides",
          "Habits",
          "Harvest",
          "Holdings",
          "HtmlText",
          "Identifiers",
          "Images",
          "Likeness",
          "LookAlikes",
          "Duplicates",
          "ImpactFolders",
          "ImpactHistory",
          "ImpactRooms",
          "IndexFile",
          "IndexWriter",
          "InstitutionComparison",
          "Institutions",
          "ItemsFile",
          "Letters",
          "LibraryCheck",
          "LinkFiles",
          "LinkRun",
          "Linker",
          "LinkShares",
          "PersonGroups",
          "Linking",
          "LiveMeasurements",
          "Main",
          "Mapper",
          "Mapping",
          "MappingRooms",
          "MappingTables",
          "MarcFiles",
          "Markup",
          "MeasureCatalogue",
          "Measurements",
          "Messages",
          "Names",
          "Namespaces",
          "Occasions",
          "OnWiki",
          "PagePreviews",
          "Paper",
          "PartnerLoads",
          "PartnerReports",
          "Partnerships",
          "PersonFiles",
          "Plans",
          "Precedents",
          "Profiles",
          "ProspectRooms",
          "Prospects",
          "ReadyProfiles",
          "Reasons",
          "Reconciliation",
          "RecordStore",
          "ReferralGraph",
          "Referrals",
          "RegisterRooms",
          "ReleaseRegister",
          "ReleaseRun",
          "ReportSchedule",
          "Reviews",
          "Revisits",
          "RightsEstimator",
          "RightsStatements",
          "SampleWiki",
          "SamePersons",
          "Sandbox",
          "Sentences",
          "Sources",
          "Joins",
          "SqlCells",
          "SqlTables",
          "Staffings",
          "StageTimes",
          "Stages",
          "StarterMapping",
          "Stewardship",
          "Stories",
          "SuggestionRun",
          "Suggestions",
          "TalkRooms",
          "Timeline",
          "Tour",
          "Undo",
          "UploadWarnings",
          "ViewShares",
          "Volunteers",
          "WebServer",
          "Wiki",
          "WikiFacts",
          "WikiLogin",
          "WikiProfiles",
          "Wikitext",
          "Workbench");

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomUsesOnlyWhatTheTableAllows(String room) {
    List<String> forbidden = new ArrayList<>();
    for (String other : MAY_USE.keySet()) {
      if (!other.equals(room) && !other.equals("platform") && !uses(room).contains(other)) {
        forbidden.add("org.handsel." + other + "..");
      }
    }
    forbidden.add("org.handsel.app..");
    if (room.equals("platform")) {
      forbidden.removeIf(name -> name.contains("platform"));
    }
    noClasses()
        .that()
        .resideInAPackage("org.handsel." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .because("the table of rooms in ARCHITECTURE.md keeps the program free to change")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  private static Set<String> uses(String room) {
    return MAY_USE.getOrDefault(room, Set.of());
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices()
        .matching("org.handsel.(**)")
        .namingSlices("$1")
        .should()
        .beFreeOfCycles()
        .because("what goes in circles can only be understood at once")
        .check(PROGRAM);
  }

  @Test
  void onlyDoorsAndValuesArePublic() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and(are(resideInAPackage("org.handsel..")))
        .and(
            DescribedPredicate.not(
                DescribedPredicate.or(
                    JavaClass.Predicates.INTERFACES,
                    JavaClass.Predicates.assignableTo(Record.class),
                    JavaClass.Predicates.assignableTo(Enum.class),
                    JavaClass.Predicates.assignableTo(Throwable.class),
                    resideInAPackage("org.handsel.platform"))))
        .should()
        .haveNameMatching(
            FACADES.stream().map(name -> ".*\\." + name).reduce((a, b) -> a + "|" + b).orElse(""))
        .because("a room shows a door and values; everything else is free to change")
        .check(PROGRAM);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.handsel..")
        .should()
        .beFinal()
        .because("two workspaces in one process must not meet")
        .check(PROGRAM);
  }

  @Test
  void timeIsAskedOfAClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.handsel.app..")
        .and()
        // The one place that knows real time, waits and chance of talking to a wiki.
        .doNotHaveSimpleName("Patience")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a test must be able to set the time")
        .check(PROGRAM);
  }

  @Test
  void xmlParsersAreNeverPickedByChance() {
    noClasses()
        .should()
        .callMethod(XMLInputFactory.class, "newInstance")
        .orShould()
        .callMethod(XMLInputFactory.class, "newFactory")
        .because(
            "which parser answers depends on the class path, and with it whether entities are read")
        .check(PROGRAM);
  }

  @Test
  void onlyTheProgramsEdgePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.handsel.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.IO")
        .because("what a user must know is a result, a finding or progress")
        .check(PROGRAM);
  }

  @Test
  void cellsOfWorkbooksAreWrittenInOnePlaceThatKnowsNoFormulas() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.handsel.platform.Sheets")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "writes a cell",
                call ->
                    call.getTargetOwner().isEquivalentTo(org.dhatim.fastexcel.Worksheet.class)
                        && Set.of("value", "inlineString", "formula").contains(call.getName())))
        .because("what a partner wrote must never become a formula")
        .check(PROGRAM);
  }
}
