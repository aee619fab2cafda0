package org.handsel.release;

/// Names one line of a plan in the ledger: the item and its file.
record FileKey(String item, String file) {
  static final FileKey NONE = new FileKey("", "");

  static FileKey of(PlanEntry entry) {
    return new FileKey(entry.item(), entry.file());
  }

  String text() {
    return item + "|" + file;
  }
}
