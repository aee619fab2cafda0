package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.UnprefixedElementMatchingPolicy;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;

/// Compiles XPath 3.1 of a profile: its namespaces and the usual ones are bound, names without a
/// prefix match in any namespace, and [XPathFunctions] are there. Used by one thread.
final class XPaths {
  private final XPathCompiler compiler;
  private final Map<String, String> namespaces;

  XPaths(Map<String, String> namespaces) {
    this.namespaces = namespaces;
    compiler = XPathFunctions.processor().newXPathCompiler();
    compiler.setLanguageVersion("3.1");
    compiler.setUnprefixedElementMatchingPolicy(UnprefixedElementMatchingPolicy.ANY_NAMESPACE);
    compiler.setAllowUndeclaredVariables(true);
    // Warnings (such as a step that can never match) are for the author of a style sheet, not for
    // the terminal of a museum.
    compiler.setWarningHandler(warning -> {});
    namespaces.forEach(compiler::declareNamespace);
    compiler.declareNamespace("h", XPathFunctions.NAMESPACE);
  }

  /// The usual prefixes (`namespaces.tsv`), overridden and extended by those of a profile.
  static Map<String, String> namespaces(Map<String, String> ofProfile) {
    Map<String, String> all = new LinkedHashMap<>();
    for (TsvRows.Row row : TsvRows.resource("namespaces.tsv").rows()) {
      all.put(row.cell("prefix"), row.cell("uri"));
    }
    all.putAll(ofProfile);
    return all;
  }

  Map<String, String> namespaces() {
    return namespaces;
  }

  XPathExecutable compile(String expression) throws SaxonApiException {
    return compiler.compile(expression);
  }

  /// Variables that an expression uses.
  static List<QName> variables(XPathExecutable executable) {
    List<QName> names = new ArrayList<>();
    for (Iterator<QName> all = executable.iterateExternalVariables(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  /// What is wrong with an expression, in one line.
  static String reason(SaxonApiException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : Blanks.collapse(message);
  }
}
