package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Counts what stands at one path, record by record.
final class FieldCounter {
  private static final int SAMPLES = 5;
  private static final int SAMPLE_LENGTH = 200;

  private static final Pattern TAG =
      Pattern.compile("(?i)</?(p|br|i|b|a|em|strong|ul|li|div|span)[ />]");

  private final String path;
  private final DistinctValues distinct = new DistinctValues();
  private final List<String> samples = new ArrayList<>();
  private long records;
  private long values;
  private long lastRecord = -1;
  private int inRecord;
  private int maxPerRecord;
  private int longest;
  private long markup;

  FieldCounter(String path) {
    this.path = path;
  }

  /// @param record number of the record, rising
  void add(long record, String raw) {
    String value = raw.strip();
    if (value.isEmpty()) {
      return;
    }
    if (record != lastRecord) {
      lastRecord = record;
      records++;
      inRecord = 0;
    }
    inRecord++;
    maxPerRecord = Math.max(maxPerRecord, inRecord);
    values++;
    longest = Math.max(longest, value.length());
    distinct.add(value);
    if (value.indexOf('<') >= 0 && TAG.matcher(value).find()) {
      markup++;
    }
    if (samples.size() < SAMPLES) {
      String sample =
          value.length() <= SAMPLE_LENGTH ? value : value.substring(0, SAMPLE_LENGTH) + "…";
      if (!samples.contains(sample)) {
        samples.add(sample);
      }
    }
  }

  /// @param all how many records there are
  FieldProfile result(long all) {
    boolean unique = all > 0 && records == all && maxPerRecord == 1 && distinct.isUnique();
    return new FieldProfile(
        path,
        records,
        values,
        distinct.count(),
        distinct.isExact(),
        maxPerRecord,
        markup,
        longest,
        samples,
        unique);
  }
}
