package org.handsel.partnership.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.Capacity;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.platform.Said;
import org.jdbi.v3.core.Handle;

/// Says whether promises can be kept with what is there.
///
/// A capacity gives its hours evenly from today on. Promises are met in the order of their days: up
/// to each day, what is due by then must fit into what is given by then.
final class Cover {
  private final Handle handle;
  private final LocalDate today;

  Cover(Handle handle, LocalDate today) {
    this.handle = handle;
    this.today = today;
  }

  private record Due(LocalDate day, long hours) {}

  /// What stops a promise of our side, taken together with the others; empty when it is covered.
  Optional<Promised.Stopped> stops(Commitment promise) {
    if (promise.hours() == 0) {
      return stop(
          "no-hours",
          new Said(
              "Nobody has estimated how long it takes.",
              "Niemand hat geschätzt, wie lange es dauert."),
          new Said("Give the hours that it takes.", "Gib die Stunden an, die es braucht."));
    }
    if (promise.call() != null) {
      return volunteers(promise, promise.call());
    }
    if (promise.kind().equals("find-volunteers")) {
      return stop(
          "no-call",
          new Said(
              "A promise to find volunteers counts as covered when people have signed up before it"
                  + " is given.",
              "Eine Zusage, Ehrenamtliche zu finden, gilt als gedeckt, wenn sich vorher Leute"
                  + " eingetragen haben."),
          new Said(
              "Call for volunteers first, then name the call.",
              "Erst Ehrenamtliche aufrufen, dann den Aufruf nennen."));
    }
    String team = team(promise.partnership());
    Optional<Capacity> capacity = Capacities.find(handle, team, promise.capacity());
    if (capacity.isEmpty()) {
      return stop(
          "no-capacity",
          promise.capacity().isEmpty()
              ? new Said(
                  "It does not say whose time it takes.",
                  "Es steht nicht da, wessen Zeit es kostet.")
              : new Said(
                  "Nothing is known of a capacity \"%s\".".formatted(promise.capacity()),
                  "Von einer Kapazität „%s“ ist nichts bekannt.".formatted(promise.capacity())),
          new Said(
              "Say what somebody has to give in a month, or call for volunteers and name the call.",
              "Gib an, was jemand im Monat geben kann, oder rufe Ehrenamtliche auf und nenne den"
                  + " Aufruf."));
    }
    return capacity(promise, team, capacity.get());
  }

  private Optional<Promised.Stopped> volunteers(Commitment promise, String callId) {
    Optional<VolunteerCall> call =
        Volunteers.find(handle, callId)
            .filter(found -> found.partnership().equals(promise.partnership()));
    if (call.isEmpty()) {
      return stop(
          "no-call",
          new Said(
              "This partnership has no call for volunteers \"%s\".".formatted(callId),
              "Diese Partnerschaft hat keinen Aufruf „%s“.".formatted(callId)),
          new Said("Call for volunteers first.", "Erst Ehrenamtliche aufrufen."));
    }
    long taken =
        CommitmentRow.answered(handle, callId).stream()
            .filter(other -> !other.id().equals(promise.id()))
            .mapToLong(this::total)
            .sum();
    long needed = total(promise);
    long free = call.get().signedUp() - taken;
    return needed <= free
        ? Optional.empty()
        : stop(
            "too-few-volunteers",
            new Said(
                "It needs %d hours; people have signed up for %d, of which %d are promised already."
                    .formatted(needed, call.get().signedUp(), taken),
                "Es braucht %d Stunden; eingetragen sind %d, davon %d schon zugesagt."
                    .formatted(needed, call.get().signedUp(), taken)),
            new Said(
                "Wait for more sign-ups, promise less, or note it as a wish.",
                "Auf mehr Einträge warten, weniger zusagen, oder es als Wunsch notieren."));
  }

  private Optional<Promised.Stopped> capacity(Commitment promise, String team, Capacity capacity) {
    List<Due> dues = new ArrayList<>(dues(promise));
    List<Due> others = new ArrayList<>();
    for (Commitment other : CommitmentRow.drawing(handle, team, capacity.name())) {
      if (!other.id().equals(promise.id())) {
        others.addAll(dues(other));
      }
    }
    dues.addAll(others);
    dues.sort(Comparator.comparing(Due::day));
    for (Due checked : dues) {
      LocalDate day = checked.day();
      long all = dues.stream().filter(due -> !due.day().isAfter(day)).mapToLong(Due::hours).sum();
      long promised =
          others.stream().filter(due -> !due.day().isAfter(day)).mapToLong(Due::hours).sum();
      long given = (long) Math.floor(capacity.between(today, day));
      if (all > given) {
        return stop(
            "beyond-capacity",
            new Said(
                "%s gives %d hours until %s; %d are promised already, and this takes %d more."
                    .formatted(capacity.name(), given, day, promised, all - promised),
                "%s gibt bis %s %d Stunden; %d sind schon zugesagt, und dies braucht %d mehr."
                    .formatted(capacity.name(), day, given, promised, all - promised)),
            new Said(
                "Choose a later day, promise less, find volunteers first, or note it as a wish.",
                "Einen späteren Tag wählen, weniger zusagen, erst Ehrenamtliche finden, oder es als"
                    + " Wunsch notieren."));
      }
    }
    return Optional.empty();
  }

  /// Hours that could still be promised by a day: what is left then, and no more than what later
  /// promises leave over.
  long free(String team, Capacity capacity, LocalDate until) {
    List<Due> dues =
        CommitmentRow.drawing(handle, team, capacity.name()).stream()
            .flatMap(other -> dues(other).stream())
            .toList();
    long free = left(capacity, dues, until);
    for (Due later : dues) {
      if (later.day().isAfter(until)) {
        free = Math.min(free, left(capacity, dues, later.day()));
      }
    }
    return Math.max(0, free);
  }

  private long left(Capacity capacity, List<Due> dues, LocalDate day) {
    long promised =
        dues.stream().filter(due -> !due.day().isAfter(day)).mapToLong(Due::hours).sum();
    return (long) Math.floor(capacity.between(today, day)) - promised;
  }

  String team(String partnership) {
    return handle
        .createQuery("select team from partnership where id = :id")
        .bind("id", partnership)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  private long total(Commitment promise) {
    return dues(promise).stream().mapToLong(Due::hours).sum();
  }

  /// The days of a promise that are still to come; one that is late is due today.
  private List<Due> dues(Commitment promise) {
    List<Due> dues = new ArrayList<>();
    LocalDate last = promise.due().isBefore(today) ? today : promise.due();
    dues.add(new Due(last, promise.hours()));
    Integer every = promise.everyMonths();
    if (every != null) {
      for (int back = every; last.minusMonths(back).isAfter(today); back += every) {
        dues.add(new Due(last.minusMonths(back), promise.hours()));
      }
    }
    return dues;
  }

  private static Optional<Promised.Stopped> stop(String code, Said reason, Said instead) {
    return Optional.of(new Promised.Stopped(code, reason, instead));
  }
}
