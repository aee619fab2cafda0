package org.handsel.collection.source;

import java.util.List;

/// What a delivery holds at one place of its records.
///
/// Blank values do not count anywhere.
///
/// @param path as a selector's `from` has it: a column name, numbered when it repeats (`Name#2`);
///   `TABLE.COLUMN` of a joined table; a path of local names in XML, `@name` for an attribute
/// @param records how many records have a value here
/// @param values values in all records together
/// @param distinct different values
/// @param distinctExact whether `distinct` was counted and not estimated
/// @param maxPerRecord most values in one record
/// @param markup how many values hold HTML tags
/// @param longest length of the longest value in characters
/// @param samples the first different values, cut when long
/// @param unique whether every record has exactly one value here and no other record has the same
public record FieldProfile(
    String path,
    long records,
    long values,
    long distinct,
    boolean distinctExact,
    int maxPerRecord,
    long markup,
    int longest,
    List<String> samples,
    boolean unique) {

  public FieldProfile {
    samples = List.copyOf(samples);
  }

  /// The last step of the path, without `@` or number: the name that means something to people.
  String name() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    String plain = last.startsWith("@") ? last.substring(1) : last;
    int number = plain.lastIndexOf('#');
    return number > 0 ? plain.substring(0, number) : plain;
  }

  boolean isAttribute() {
    return path.substring(path.lastIndexOf('/') + 1).startsWith("@");
  }
}
