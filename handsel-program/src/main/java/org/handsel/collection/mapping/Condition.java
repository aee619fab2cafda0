package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.saxon.expr.StaticProperty;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.handsel.collection.ItemRights;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.MappingProfile.Rule;
import org.handsel.collection.source.SourceRecord;

/// The `when` of a rule, ready to be asked. Used by one thread.
///
/// The context item is the source record. Variables: `$id`, one for each field and constant, and
/// `$rights-work`, `$rights-reproduction`, `$rights-metadata` with the layer's verdict, each also
/// with `-uri` and `-raw`.
final class Condition {
  /// What a rule may ask about an item that is being made.
  record Facts(
      String id, Map<String, List<Value>> fields, Map<String, String> fixed, ItemRights rights) {}

  private final Rule rule;
  private final XPathSelector selector;
  private final List<QName> variables;
  private final boolean asksRecord;

  private Condition(Rule rule, XPathSelector selector, List<QName> variables, boolean asksRecord) {
    this.rule = rule;
    this.selector = selector;
    this.variables = variables;
    this.asksRecord = asksRecord;
  }

  static Condition of(Rule rule, XPaths xpaths) {
    try {
      XPathExecutable executable = xpaths.compile(rule.when());
      int dependencies =
          executable.getUnderlyingExpression().getInternalExpression().getDependencies();
      return new Condition(
          rule,
          executable.load(),
          XPaths.variables(executable),
          (dependencies & StaticProperty.DEPENDS_ON_FOCUS) != 0);
    } catch (SaxonApiException e) {
      throw new IllegalArgumentException(XPaths.reason(e), e);
    }
  }

  /// Names of all variables of a profile.
  static List<String> variables(MappingProfile profile) {
    List<String> names = new ArrayList<>();
    names.add("id");
    names.addAll(profile.fields().keySet());
    names.addAll(profile.fixed().keySet());
    for (String layer : List.of("work", "reproduction", "metadata")) {
      for (String suffix : List.of("", "-uri", "-raw")) {
        names.add("rights-" + layer + suffix);
      }
    }
    return names;
  }

  Rule rule() {
    return rule;
  }

  /// @throws SaxonApiException when the expression fails on this record
  boolean holds(SourceRecord record, Facts facts) throws SaxonApiException {
    for (QName variable : variables) {
      selector.setVariable(variable, value(variable.getLocalName(), facts));
    }
    // A row becomes a tree only for a rule that looks at it.
    if (asksRecord) {
      selector.setContextItem(record.node());
    }
    return selector.effectiveBooleanValue();
  }

  private static XdmValue value(String name, Facts facts) {
    List<Value> values = facts.fields().get(name);
    if (values != null) {
      return texts(values.stream().map(Value::value).toList());
    }
    String constant = facts.fixed().get(name);
    if (constant != null) {
      return texts(List.of(constant));
    }
    if (name.equals("id")) {
      return texts(List.of(facts.id()));
    }
    if (name.startsWith("rights-")) {
      return right(name.substring("rights-".length()), facts.rights());
    }
    return texts(List.of());
  }

  private static XdmValue right(String name, ItemRights rights) {
    int hyphen = name.indexOf('-');
    LayerRights layer =
        switch (hyphen < 0 ? name : name.substring(0, hyphen)) {
          case "work" -> rights.work();
          case "reproduction" -> rights.reproduction();
          default -> rights.metadata();
        };
    String text =
        switch (hyphen < 0 ? "" : name.substring(hyphen)) {
          case "-uri" -> layer.uri();
          case "-raw" -> layer.raw();
          default -> layer.verdict().name().toLowerCase(Locale.ROOT);
        };
    return texts(text == null ? List.of() : List.of(text));
  }

  private static XdmValue texts(List<String> texts) {
    return new XdmValue(texts.stream().map(XdmAtomicValue::new).toList());
  }
}
