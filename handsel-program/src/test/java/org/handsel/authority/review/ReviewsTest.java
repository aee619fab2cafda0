package org.handsel.authority.review;

class ReviewsTest extends ReviewsBehaviour {
  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }

  @Override
  String engine() {
    return "SQLite";
  }
}
