package org.handsel.readiness.facts;

import java.util.Map;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.dump.PartsHandler;
import org.jspecify.annotations.Nullable;

/// Turns a dump into facts: parts of it on several threads, what comes of them in order.
final class FactsHandler implements PartsHandler<FactsPart>, AutoCloseable {
  private final @Nullable String wiki;
  private final Map<String, String> aliases;
  private final FactsWriter writer;
  private final TemplateRedirects redirects = new TemplateRedirects();
  private final NamePool called = new NamePool();
  private final ForeignCategories foreign = new ForeignCategories();

  private DumpSite site = DumpSite.UNKNOWN;
  private FactsFrame frame = FactsFrame.of(null, DumpSite.UNKNOWN, Map.of());
  private FactsContext context = frame.context();
  private long memberships;
  private boolean missed;

  /// @param wiki code that counts more than what the dump says, or null
  /// @param aliases redirects of templates that the profile does not know, with what they lead to
  FactsHandler(@Nullable String wiki, Map<String, String> aliases, FactsFolder folder) {
    this.wiki = wiki;
    this.aliases = aliases;
    this.writer = new FactsWriter(folder);
  }

  @Override
  public void site(DumpSite told) {
    site = told;
    frame = FactsFrame.of(wiki, told, aliases);
    context = frame.context();
  }

  @Override
  public FactsPart part() {
    return new FactsPart(context, foreign.next());
  }

  @Override
  public boolean holds(FactsPart part) {
    learn(part);
    return !outdated(part);
  }

  @Override
  public void done(FactsPart part) {
    learn(part);
    missed |= outdated(part);
    part.called().forEach(called::add);
    writer.write(part.rows());
    memberships += part.memberships();
    foreign.add(part.foreign().seen());
  }

  /// Takes over redirects that lead to a wanted template under a name not known before.
  private void learn(FactsPart part) {
    Map<String, String> unknown = redirects.learn(part.templateRedirects(), context);
    if (!unknown.isEmpty()) {
      missed |= unknown.keySet().stream().anyMatch(alias -> called.find(alias) >= 0);
      context = context.with(unknown);
    }
  }

  /// Whether a part calls a wanted template by a name that was not known when it was read.
  private boolean outdated(FactsPart part) {
    return part.context() != context
        && part.called().stream()
            .anyMatch(name ->
                learnt().containsKey(name) && !part.context().canonical().containsKey(name));
  }

  /// Redirects of the dump that lead to a wanted template under a name not known before.
  Map<String, String> learnt() {
    return redirects.learnt();
  }

  /// Whether pages that were read before such a redirect call the template by that name.
  boolean missed() {
    return missed;
  }

  Extraction result(DumpReading reading) {
    return new Extraction(
        frame.name(),
        site,
        context.profile(),
        reading,
        frame.categoryNamespace(),
        foreign.advice(frame.name(), memberships));
  }

  @Override
  public void close() {
    writer.close();
  }
}
