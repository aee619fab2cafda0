package org.handsel.collection.image;

/// A PDF is not as its standard has it; what can be known of it otherwise is tried then.
final class PdfFault extends Exception {
  private static final long serialVersionUID = 1;

  PdfFault(String message) {
    super(message, null, false, false);
  }
}
