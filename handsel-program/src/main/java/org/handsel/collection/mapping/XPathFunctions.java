package org.handsel.collection.mapping;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmValue;
import org.handsel.collection.source.Sources;
import org.handsel.text.Dates;
import org.handsel.text.Names;

/// Functions that XPath in a profile has beyond the standard, under the prefix `h`.
///
/// - `h:unknown(names)`: true when there is no name, or when any of them says that nobody is known
/// - `h:year(text)`: the first number of four digits in the text; nothing when there is none
/// - `h:dated(text)`: true when any of the texts is understood as a date
/// - `h:maker(roles)`, `h:other(roles)`: true when any of the roles is that of somebody who made
///   the thing (`pht`, Künstler/in), or is known to be another (publisher, donor, sitter)
/// - `h:making(events)`: true when any of the texts names an event in which a thing was made
///   (`making-events.tsv`)
/// - `h:attribution(text)`: true when any of the texts is an attribution, such as "after"
final class XPathFunctions {
  static final String NAMESPACE = "https://handsel.org/xpath";

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

  private XPathFunctions() {}

  /// The one processor of all records, with the functions in place.
  static Processor processor() {
    return Holder.PROCESSOR;
  }

  private static final class Holder {
    static final Processor PROCESSOR = register(Sources.processor());

    private static Processor register(Processor processor) {
      Names names = Names.load();
      processor.registerExtensionFunction(
          new Call("unknown", ItemType.BOOLEAN, argument -> unknown(argument, names)));
      processor.registerExtensionFunction(new Call("year", ItemType.INTEGER, XPathFunctions::year));
      Dates dates = Dates.load();
      any(processor, "dated", text -> dates.parse(text, null).isPresent());
      any(processor, "maker", names::maker);
      any(processor, "other", names::otherThanMaker);
      any(processor, "attribution", text -> names.attribution(text) != null);
      any(processor, "making", new MakingEvents()::made);
      return processor;
    }
  }

  /// A function that is true when something holds of any text.
  private static void any(Processor processor, String name, Predicate<String> holds) {
    processor.registerExtensionFunction(
        new Call(
            name,
            ItemType.BOOLEAN,
            argument -> {
              for (XdmItem item : argument) {
                String text = Blanks.strip(item.getStringValue());
                if (!text.isEmpty() && holds.test(text)) {
                  return new XdmAtomicValue(true);
                }
              }
              return new XdmAtomicValue(false);
            }));
  }

  private static XdmValue unknown(XdmValue argument, Names names) {
    boolean someone = false;
    boolean unknown = false;
    for (XdmItem item : argument) {
      String name = Blanks.strip(item.getStringValue());
      if (!name.isEmpty()) {
        someone = true;
        unknown |= names.unknown(name);
      }
    }
    return new XdmAtomicValue(!someone || unknown);
  }

  private static XdmValue year(XdmValue argument) {
    for (XdmItem item : argument) {
      Matcher year = YEAR.matcher(item.getStringValue());
      if (year.find()) {
        return new XdmAtomicValue(Long.parseLong(year.group()));
      }
    }
    return XdmEmptySequence.getInstance();
  }

  private record Call(String local, ItemType result, Function<XdmValue, XdmValue> body)
      implements ExtensionFunction {
    @Override
    public QName getName() {
      return new QName(NAMESPACE, local);
    }

    @Override
    public SequenceType getResultType() {
      return SequenceType.makeSequenceType(result, OccurrenceIndicator.ZERO_OR_ONE);
    }

    @Override
    public SequenceType[] getArgumentTypes() {
      return new SequenceType[] {
        SequenceType.makeSequenceType(ItemType.ANY_ATOMIC_VALUE, OccurrenceIndicator.ZERO_OR_MORE)
      };
    }

    @Override
    public XdmValue call(XdmValue[] arguments) {
      return body.apply(arguments[0]);
    }
  }
}
