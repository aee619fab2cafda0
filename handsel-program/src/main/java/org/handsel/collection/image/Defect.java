package org.handsel.collection.image;

/// What can be wrong with a file; the codes are what findings and statistics use.
enum Defect {
  EMPTY("empty"),
  NOT_AN_IMAGE("not-an-image"),
  TRUNCATED("truncated"),
  DAMAGED("damaged"),
  METADATA_BOMB("metadata-bomb"),
  ACTIVE("active-content");

  private final String code;

  Defect(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
