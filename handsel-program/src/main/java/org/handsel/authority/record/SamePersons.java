package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together what several sources, such as the editions of an encyclopedia, say of one person.
/// What only one of them says is kept; where they differ, what most of them say counts, and of as
/// many what the first one says. Pure functions, safe for threads.
public final class SamePersons {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)-?\\d{4}(?!\\d)");
  private static final int SLIP = 1;

  private SamePersons() {}

  /// What says that two are one person: the first identifier of a scheme.
  public static Optional<String> key(PersonRecord person, String scheme) {
    return person.details().identifiers().getOrDefault(scheme, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /// One record of all.
  ///
  /// @param id of the record
  /// @param members at least one, in their order
  public static PersonRecord together(String id, List<PersonRecord> members) {
    PersonRecord first = members.getFirst();
    Map<String, NameVariant> names = new LinkedHashMap<>();
    for (PersonRecord member : members) {
      names.putIfAbsent(member.name(), new NameVariant(member.name(), NameVariant.Kind.OTHER));
      List<NameVariant> kinds = member.details().names();
      for (int i = 0; i < member.variants().size(); i++) {
        NameVariant variant =
            i < kinds.size()
                ? kinds.get(i)
                : new NameVariant(member.variants().get(i), NameVariant.Kind.OTHER);
        names.merge(
            member.variants().get(i),
            variant,
            (one, other) -> one.kind() == NameVariant.Kind.OTHER ? other : one);
      }
    }
    names.remove(first.name());
    boolean kinds = members.stream().anyMatch(member -> !member.details().names().isEmpty());
    return new PersonRecord(
        id,
        first.name(),
        most(members, PersonRecord::kind),
        List.copyOf(names.keySet()),
        most(members, PersonRecord::birth),
        most(members, PersonRecord::death),
        all(members, PersonRecord::countries),
        most(members, PersonRecord::birthPlace),
        most(members, PersonRecord::deathPlace),
        all(members, PersonRecord::occupations),
        members.stream()
            .map(PersonRecord::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(""),
        details(members, kinds ? List.copyOf(names.values()) : List.of()));
  }

  private static PersonDetails details(List<PersonRecord> members, List<NameVariant> names) {
    Map<String, Set<String>> identifiers = new LinkedHashMap<>();
    for (PersonRecord member : members) {
      member
          .details()
          .identifiers()
          .forEach((scheme, values) ->
              identifiers.computeIfAbsent(scheme, one -> new LinkedHashSet<>()).addAll(values));
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    identifiers.forEach((scheme, values) -> lists.put(scheme, List.copyOf(values)));
    PersonDetails first = members.getFirst().details();
    return new PersonDetails(
        first.status(),
        first.successor(),
        all(members, member -> member.details().formerIds()),
        most(members, member -> member.details().gender()),
        names,
        all(members, member -> member.details().dates()),
        all(members, member -> member.details().relations()),
        lists);
  }

  private static String most(List<PersonRecord> members, Function<PersonRecord, String> field) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (PersonRecord member : members) {
      String value = field.apply(member);
      if (!value.isBlank()) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        most = count.getValue();
        best = count.getKey();
      }
    }
    return best;
  }

  private static <T> List<T> all(
      List<PersonRecord> members, Function<PersonRecord, ? extends Collection<T>> field) {
    Set<T> all = new LinkedHashSet<>();
    members.forEach(member -> all.addAll(field.apply(member)));
    return List.copyOf(all);
  }

  /// In what members cannot be one person: `birth` and `death` where years lie further apart than a
  /// slip, `kind`. Empty where nothing speaks against it.
  public static List<String> contradictions(List<PersonRecord> members) {
    List<String> found = new ArrayList<>();
    if (apart(members, PersonRecord::birth)) {
      found.add("birth");
    }
    if (apart(members, PersonRecord::death)) {
      found.add("death");
    }
    if (members.stream()
            .map(PersonRecord::kind)
            .filter(kind -> !kind.isEmpty())
            .distinct()
            .limit(2)
            .count()
        > 1) {
      found.add("kind");
    }
    return found;
  }

  private static boolean apart(List<PersonRecord> members, Function<PersonRecord, String> date) {
    List<Integer> years =
        members.stream()
            .map(date)
            .map(SamePersons::year)
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .sorted()
            .toList();
    return !years.isEmpty() && years.getLast() - years.getFirst() > SLIP;
  }

  private static OptionalInt year(String date) {
    Matcher year = YEAR.matcher(date);
    return year.find() ? OptionalInt.of(Integer.parseInt(year.group())) : OptionalInt.empty();
  }
}
