package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// Judges pairs of rows by adding up the weights of what speaks for and against (Fellegi–Sunter),
/// from the table `signals.tsv`. Safe for use by many threads once made.
final class PairScore {
  private record Weight(double related, double apart, String words) {}

  private final Map<String, Weight> weights = new HashMap<>();
  private final Set<String> without;
  private final NameWords words;
  private final Map<String, Integer> wordCounts;
  private final Map<String, Integer> bearers = new HashMap<>();
  private final Map<String, Integer> domains;
  private final Map<String, Integer> spots;
  private final int houses;

  /// @param without signals to leave out: `name`, `site`, `place`, `type`, `phone_key` or a scheme
  PairScore(List<House> all, NameWords words, Set<String> without) {
    this.words = words;
    this.without = without;
    this.wordCounts = new HashMap<>();
    this.domains = new HashMap<>();
    this.spots = new HashMap<>();
    this.houses = Math.max(2, all.size());
    for (House house : all) {
      Set<String> own = new HashSet<>();
      house.names().forEach(own::addAll);
      house.names().forEach(name -> bearers.merge(bearer(name, house), 1, Integer::sum));
      own.forEach(word -> wordCounts.merge(word, 1, Integer::sum));
      domains.merge(house.domain(), 1, Integer::sum);
      spots.merge(spot(house.row()), 1, Integer::sum);
    }
    for (ResourceTable.Row row :
        ResourceTable.read(PairScore.class, "signals.tsv", "signal", "related", "apart", "words")
            .rows()) {
      weights.put(
          row.cell(0),
          new Weight(
              Double.parseDouble(row.cell(1)), Double.parseDouble(row.cell(2)), row.cell(3)));
    }
  }

  private static String bearer(Set<String> name, House house) {
    return house.row().country() + "\t" + house.town() + "\t" + new java.util.TreeSet<>(name);
  }

  int count(String word) {
    return wordCounts.getOrDefault(word, 0);
  }

  /// Adds up what speaks for and against.
  private final class Sum {
    double related;
    double apart;
    final List<String> evidence = new ArrayList<>();

    void add(String signal, String detail) {
      Weight weight = weights.get(signal);
      if (weight == null) {
        throw new IllegalStateException("signals.tsv lacks " + signal);
      }
      related += weight.related();
      apart += weight.apart();
      if (!signal.equals("prior")) {
        String told = detail.isEmpty() ? "" : " \"" + detail + "\"";
        evidence.add(
            String.format(Locale.ROOT, "%s%s (%+.1f)", weight.words(), told, weight.related()));
      }
    }
  }

  PairVerdict judge(House a, House b) {
    Sum sum = new Sum();
    sum.add("prior", "");
    town(a, b, sum);
    if (!without.contains("name")) {
      name(a, b, sum);
    }
    if (!without.contains("place")) {
      place(a.row(), b.row(), sum);
    }
    if (!without.contains("site")) {
      site(a, b, sum);
    }
    phone(a.row(), b.row(), sum);
    identifiers(a, b, sum);
    if (!without.contains("type")
        && !a.row().type().equals(b.row().type())
        && !a.row().type().equals("unknown")
        && !b.row().type().equals("unknown")) {
      boolean museums = museum(a.row().type()) && museum(b.row().type());
      if (!museums) {
        sum.add("type-other", "");
      }
    }
    if (known(a, b) || known(b, a)) {
      sum.add("parent", "");
    }
    double related = logistic(sum.related);
    String outcome =
        related < 0.5 ? "different" : logistic(sum.apart) > 0.5 ? "affiliated" : "same";
    double probability = outcome.equals("different") ? 1 - related : related;
    return new PairVerdict(a.row(), b.row(), outcome, probability, related, sum.evidence);
  }

  private static boolean museum(String type) {
    return type.equals("museum") || type.equals("historical society") || type.equals("gallery");
  }

  private static double logistic(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  private static boolean known(House part, House whole) {
    for (String item : whole.identifiers("wikidata")) {
      if (part.parents().contains(item)) {
        return true;
      }
    }
    return false;
  }

  private static void town(House a, House b, Sum sum) {
    if (a.town().isEmpty() || b.town().isEmpty()) {
      sum.add("no-town", "");
    } else if (!a.town().equals(b.town())) {
      sum.add("other-town", "");
      String regionA = String.valueOf(a.row().region());
      if (!regionA.equals(String.valueOf(b.row().region()))) {
        sum.add("other-region", "");
      }
    }
  }

  private double idf(String word, House in) {
    double idf = Math.log((double) houses / Math.max(1, count(word)));
    // The town's own name tells the houses of the town little.
    String city = in.row().city();
    return city != null && words.of(city).contains(word) ? idf * 0.4 : idf;
  }

  private double mass(Set<String> names, House in) {
    double mass = 0;
    for (String word : names) {
      mass += idf(word, in);
    }
    return mass;
  }

  private void name(House a, House b, Sum sum) {
    double best = -1;
    double shared = 0;
    double contained = 0;
    Set<String> bestA = Set.of();
    Set<String> bestB = Set.of();
    for (Set<String> left : a.names()) {
      for (Set<String> right : b.names()) {
        Set<String> coreA = core(left);
        Set<String> coreB = core(right);
        Set<String> both = new HashSet<>(coreA);
        both.retainAll(coreB);
        double common = mass(both, a);
        double massA = mass(coreA, a);
        double massB = mass(coreB, a);
        double all = massA + massB - common;
        double similar = all <= 0 ? 0 : common / all;
        if (similar > best) {
          best = similar;
          shared = common;
          contained = common / Math.max(0.01, Math.min(massA, massB));
          bestA = left;
          bestB = right;
        }
      }
    }
    if (best < 0) {
      return;
    }
    if (best <= 0) {
      sum.add("name-0", "");
      return;
    }
    Set<String> both = new java.util.TreeSet<>(bestA);
    both.retainAll(bestB);
    String told = String.join(" ", both);
    double[] levels = {0.95, 0.8, 0.65, 0.48, 0.33, 0};
    for (int i = 0; i < levels.length; i++) {
      if (best >= levels[i]) {
        sum.add("name-" + (i + 1), told);
        break;
      }
    }
    boolean inTown = !a.town().isEmpty() && a.town().equals(b.town());
    if (shared < (inTown ? 3.5 : 9)) {
      sum.add("name-common", "");
    } else if (shared > (inTown ? 9 : 16)) {
      sum.add("name-rare", "");
    }
    // Three and more of one name in one town, or in one country where towns are unknown.
    if (best >= 0.95 && bearers.getOrDefault(bearer(bestA, a), 0) > 2) {
      sum.add("name-many", "");
    }
    if (contained > 0.95 && best < 0.8) {
      sum.add("contained", "");
    }
    roles(bestA, bestB, shared, sum);
  }

  private void roles(Set<String> a, Set<String> b, double shared, Sum sum) {
    Set<String> onlyOne = new HashSet<>(a);
    onlyOne.removeAll(b);
    Set<String> onlyOther = new HashSet<>(b);
    onlyOther.removeAll(a);
    Set<String> apart = new HashSet<>(onlyOne);
    apart.addAll(onlyOther);
    Set<String> affiliate = new HashSet<>(apart);
    affiliate.retainAll(words.affiliates());
    if (!affiliate.isEmpty()) {
      sum.add("affiliate-word", affiliate.iterator().next());
      return;
    }
    if (onlyOne.contains("museum") && onlyOther.contains("society")
        || onlyOther.contains("museum") && onlyOne.contains("society")
        || onlyOne.contains("association") != onlyOther.contains("association")) {
      sum.add("kind-word", "");
    }
    boolean oneHoldsOther = onlyOne.isEmpty() != onlyOther.isEmpty();
    if (oneHoldsOther && words.parts().containsAll(apart) && shared > 7) {
      sum.add("part-word", apart.iterator().next());
    }
  }

  private Set<String> core(Set<String> name) {
    Set<String> core = new HashSet<>(name);
    core.removeAll(words.affiliates());
    return core.isEmpty() ? name : core;
  }

  private static String spot(Institution row) {
    return row.latitude() == null ? "" : row.latitude() + "," + row.longitude();
  }

  private void place(Institution a, Institution b, Sum sum) {
    if (a.latitude() == null
        || b.latitude() == null
        || a.longitude() == null
        || b.longitude() == null) {
      return;
    }
    double north = (a.latitude() - b.latitude()) * 111.2;
    double east = (a.longitude() - b.longitude()) * 111.2 * Math.cos(Math.toRadians(a.latitude()));
    double kilometres = Math.hypot(north, east);
    if (spot(a).equals(spot(b))) {
      sum.add(spots.getOrDefault(spot(a), 0) > 4 ? "spot-shared" : "spot", "");
    } else if (kilometres < 0.5) {
      sum.add("near", "");
    } else if (kilometres > 25) {
      sum.add("far", "");
    } else if (kilometres > 5) {
      sum.add("away", "");
    }
  }

  private void site(House a, House b, Sum sum) {
    if (a.domain().isEmpty() || b.domain().isEmpty()) {
      return;
    }
    if (!a.domain().equals(b.domain())) {
      sum.add("site-other", "");
      return;
    }
    int owners = domains.getOrDefault(a.domain(), 0);
    sum.add(owners <= 2 ? "site-2" : owners <= 5 ? "site-5" : "site-many", a.domain());
  }

  private void phone(Institution a, Institution b, Sum sum) {
    String one = a.more().phoneKey();
    String other = b.more().phoneKey();
    if (!without.contains("phone_key") && one != null && other != null) {
      sum.add(one.equals(other) ? "phone" : "phone-other", "");
    }
  }

  private void identifiers(House a, House b, Sum sum) {
    for (String scheme : List.of("wikidata", "isil", "gnd", "dbs", "viaf", "ein")) {
      Set<String> one = a.identifiers(scheme);
      Set<String> other = b.identifiers(scheme);
      if (without.contains(scheme)) {
        continue;
      }
      if (scheme.equals("ein") && one.isEmpty() != other.isEmpty()) {
        sum.add("ein-one", "");
      }
      if (one.isEmpty() || other.isEmpty()) {
        continue;
      }
      Set<String> both = new HashSet<>(one);
      both.retainAll(other);
      if (!both.isEmpty()) {
        sum.add(scheme, both.iterator().next());
      } else if (weights.containsKey(scheme + "-other")) {
        sum.add(scheme + "-other", "");
      }
    }
  }
}
