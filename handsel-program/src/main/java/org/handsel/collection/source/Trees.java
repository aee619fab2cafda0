package org.handsel.collection.source;

import net.sf.saxon.lib.Feature;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.Processor;

/// The one Saxon processor: trees of records and the XPath that reads them must share its names.
final class Trees {
  /// Configured once and then only read; Saxon's processor may be shared by threads.
  static final Processor PROCESSOR = processor();

  private Trees() {}

  /// The name of an element, for another tree.
  static NodeName name(NodeInfo element) {
    return new FingerprintedQName(
        element.getPrefix(),
        element.getNamespaceUri(),
        element.getLocalPart(),
        PROCESSOR.getUnderlyingConfiguration().getNamePool());
  }

  private static Processor processor() {
    Processor processor = new Processor(false);
    // An expression in a profile looks at its record; it opens no files and calls no Java.
    processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
    return processor;
  }
}
