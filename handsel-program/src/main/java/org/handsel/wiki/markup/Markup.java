package org.handsel.wiki.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads category links and template calls out of wikitext, as MediaWiki's preprocessor sees them:
/// runs of braces are matched by its rules, comments and the content of tags such as `nowiki` do
/// not count, and what stands in `includeonly` belongs to other pages.
///
/// One pass over the bytes; only links with a colon and calls of wanted templates become text.
/// Source of the rules: MediaWiki `Preprocessor_Hash::buildDomTreeArrayFromText` and
/// `Parser::handleInternalLinks2`, 1.39. Not safe for several threads at a time; cheap enough to
/// have one each.
public final class Markup {
  /// Bytes behind which the end of a link is no longer looked for, where braces hide it.
  private static final int LONGEST_LOOSE_LINK = 2_000;

  /// What a byte that means something does to the state; returns the place where reading goes on.
  @FunctionalInterface
  private interface Sign {
    int read(int at, int to);
  }

  private final Namespaces namespaces;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> defaultSort = new HashSet<>();
  private final List<byte[]> hiddenSwitches = new ArrayList<>();
  private final boolean[] firstBytes = new boolean[256];

  /// By byte; null for those that are only text. A table rather than a `switch`: the compiler would
  /// pull all that a link or a tag can lead to into the one loop over the bytes and compile it anew
  /// for each branch that it had not met, for seconds.
  private final @Nullable Sign[] signs = new Sign[256];

  private final BraceStack stack = new BraceStack();
  private final Skipped skipped = new Skipped();
  private final Set<String> unclosed = new HashSet<>();
  private final CalledNames called = new CalledNames();
  private final Layout layout;

  private byte[] text = {};
  private List<CategoryLink> categories = List.of();
  private List<TemplateCall> templates = List.of();
  private List<String> sorts = List.of();
  private boolean hidden;

  /// Depth of the stack at which the stretch began, and the end of the last heading's line.
  private int base;

  private int headingEnd;

  /// @param templates names of the templates whose arguments are wanted, without the namespace
  public Markup(Namespaces namespaces, Collection<String> templates, MarkupWords words) {
    this.namespaces = namespaces;
    layout = new Layout(namespaces);
    for (String template : templates) {
      String name = namespaces.title(template);
      wanted.add(name);
      mayBeginWith(name);
      mayBeginWith(name.toLowerCase(Locale.ROOT));
    }
    for (String word : words.withEnglish().defaultSort()) {
      defaultSort.add(word);
    }
    for (String word : words.withEnglish().hiddenCategory()) {
      hiddenSwitches.add(word.getBytes(StandardCharsets.UTF_8));
    }
    signs['<'] = this::tag;
    signs['{'] = (at, to) -> open((byte) '{', at, to);
    signs['['] = (at, to) -> open((byte) '[', at, to);
    signs['}'] = (at, to) -> close((byte) '}', (byte) '{', at, to);
    signs[']'] = (at, to) -> close((byte) ']', (byte) '[', at, to);
    signs['|'] = this::pipe;
    signs['='] = this::equalsSign;
    signs['\n'] = this::newline;
    signs['_'] = this::behaviourSwitch;
  }

  private void mayBeginWith(String name) {
    firstBytes[name.getBytes(StandardCharsets.UTF_8)[0] & 0xff] = true;
  }

  /// Names of all templates that the pages read so far call, wanted or not, as they are stored.
  public Set<String> called() {
    return java.util.Collections.unmodifiableSet(called.names());
  }

  /// Reads a page.
  ///
  /// @param wikitext UTF-8, entities of the dump already decoded
  public PageMarkup read(byte[] wikitext) {
    return read(wikitext, 0, wikitext.length);
  }

  /// Reads a page that is a part of a larger buffer.
  public PageMarkup read(byte[] buffer, int from, int to) {
    text = buffer;
    layout.begin(buffer);
    categories = new ArrayList<>();
    templates = new ArrayList<>();
    sorts = new ArrayList<>();
    hidden = false;
    stack.clear();
    skipped.clear();
    unclosed.clear();
    scan(from, to);
    return new PageMarkup(
        List.copyOf(categories),
        List.copyOf(templates),
        List.copyOf(sorts),
        hidden,
        layout.oddities());
  }

  /// Reads a stretch whose braces match only among themselves.
  private void scan(int from, int to) {
    int outerBase = base;
    int outerHeadingEnd = headingEnd;
    base = stack.depth();
    headingEnd = from;
    int i = from;
    while (i < to) {
      Sign sign = signs[text[i] & 0xff];
      i = sign == null ? i + 1 : sign.read(i, to);
    }
    looseLinks(to);
    stack.dropTo(base);
    base = outerBase;
    headingEnd = outerHeadingEnd;
  }

  private int newline(int at, int to) {
    int line = at + 1;
    // Two equals signs make a heading; one alone is left to the arguments.
    if (line + 1 < to && text[line] == '=' && text[line + 1] == '=') {
      headingEnd = lineEnd(line, to);
      if (stack.depth() == 0) {
        layout.headline(line, headingEnd);
      }
    }
    return line;
  }

  private int pipe(int at, int to) {
    if (stack.depth() > base) {
      stack.pipe(at);
    }
    return at + 1;
  }

  private int equalsSign(int at, int to) {
    if (stack.depth() > base && stack.kind() == '{' && at >= headingEnd) {
      stack.equalsSign(at);
    }
    return at + 1;
  }

  private int open(byte kind, int at, int to) {
    int count = run(kind, at, to, Integer.MAX_VALUE);
    if (count >= 2) {
      stack.push(kind, at, count);
    }
    return at + count;
  }

  private int close(byte closer, byte opener, int at, int to) {
    if (stack.depth() == base || stack.kind() != opener) {
      return at + 1;
    }
    int count = run(closer, at, to, stack.count());
    int matching = Math.min(count, opener == '{' ? 3 : 2);
    if (matching < 2) {
      return at + count;
    }
    if (opener == '[') {
      link(stack.content(), at);
    } else if (matching == 2) {
      call(stack.content(), at);
    }
    if (stack.count() - matching >= 2) {
      stack.shorten(matching);
    } else {
      stack.drop();
    }
    return at + matching;
  }

  private int run(byte b, int at, int to, int most) {
    int end = at;
    while (end < to && text[end] == b && end - at < most) {
      end++;
    }
    return end - at;
  }

  private int lineEnd(int at, int to) {
    int end = at;
    while (end < to && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private int tag(int at, int to) {
    if (at + 3 < to && text[at + 1] == '!' && text[at + 2] == '-' && text[at + 3] == '-') {
      int end = find("-->", at + 4, to);
      int next = end < 0 ? to : end + 3;
      skipped.add(at, next);
      return next;
    }
    boolean closing = at + 1 < to && text[at + 1] == '/';
    String name = MarkupTags.name(text, at + (closing ? 2 : 1), to);
    if (name.isEmpty()) {
      return at + 1;
    }
    int end = unclosed.contains(">") ? -1 : find(">", at, to);
    if (end < 0) {
      unclosed.add(">");
      return at + 1;
    }
    MarkupTags kind = MarkupTags.of(name);
    if (closing) {
      if (kind == MarkupTags.BARE || kind == MarkupTags.TRANSCLUDED) {
        skipped.add(at, end + 1);
        return end + 1;
      }
      return at + 1;
    }
    boolean selfClosed = text[end - 1] == '/';
    if (kind == MarkupTags.BARE || kind == MarkupTags.TRANSCLUDED && selfClosed) {
      skipped.add(at, end + 1);
      return end + 1;
    }
    return selfClosed ? end + 1 : element(kind, name, at, end + 1, to);
  }

  private int element(MarkupTags kind, String name, int start, int content, int to) {
    int closing = unclosed.contains(name) ? -1 : MarkupTags.closing(text, content, to, name);
    if (kind == MarkupTags.TRANSCLUDED) {
      int end = closing < 0 ? to : find(">", closing, to) + 1;
      skipped.add(start, end);
      return end;
    }
    if (closing < 0) {
      // A tag that is never closed is text, and so are all others of its name behind it.
      unclosed.add(name);
      return start + 1;
    }
    if (kind == MarkupTags.APART) {
      scan(content, closing);
    }
    return find(">", closing, to) + 1;
  }

  private int find(String ascii, int from, int to) {
    int last = to - ascii.length();
    for (int i = from; i <= last; i++) {
      if (text[i] == ascii.charAt(0) && matches(ascii, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(String ascii, int at) {
    for (int i = 1; i < ascii.length(); i++) {
      if (text[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int behaviourSwitch(int at, int to) {
    if (at + 1 < to && text[at + 1] == '_') {
      for (byte[] word : hiddenSwitches) {
        if (at + word.length <= to
            && java.util.Arrays.equals(text, at, at + word.length, word, 0, word.length)) {
          hidden = true;
          return at + word.length;
        }
      }
    }
    return at + 1;
  }

  /// A link of the stack's top: does it put the page into a category?
  private void link(int from, int to) {
    int pipe = stack.pipes() > 0 ? stack.pipeAt(0) : to;
    category(from, pipe, to);
  }

  private void category(int from, int pipe, int to) {
    int colon = colon(from, pipe);
    if (colon < 0) {
      return;
    }
    String prefix = skipped.text(text, from, colon);
    if (namespaces.number(prefix).orElse(0) != Namespaces.CATEGORY) {
      if (namespaces.isOtherLanguage(prefix)) {
        layout.interwiki(from - 2, to + 2);
      }
      return;
    }
    String written = skipped.text(text, colon + 1, pipe);
    String key = pipe < to ? skipped.text(text, pipe + 1, to) : "";
    int magicPipe = written.indexOf("{{!}}");
    if (magicPipe >= 0) {
      key = written.substring(magicPipe + 5) + (pipe < to ? "|" + key : "");
      written = written.substring(0, magicPipe);
    }
    if (written.contains("{{")) {
      categories.add(new CategoryLink(written.strip(), key, true));
      return;
    }
    String name = namespaces.title(written);
    if (!name.isEmpty()) {
      categories.add(new CategoryLink(name, key, false));
      layout.category(from - 2, to + 2, prefix, written, name);
    }
  }

  /// Place of the colon behind a namespace, or -1: most links are spared the way into text.
  private int colon(int from, int to) {
    int limit = Math.min(to, from + 200);
    for (int i = from; i < limit; i++) {
      byte b = text[i];
      if (b == ':') {
        return i;
      }
      if (b == '#' || b == '\n' || b == '{' || b == '/') {
        return -1;
      }
    }
    return -1;
  }

  /// A call of the stack's top.
  private void call(int from, int to) {
    int end = stack.pipes() > 0 ? stack.pipeAt(0) : to;
    int first = from;
    while (first < end && (text[first] == '_' || text[first] <= ' ' && text[first] >= 0)) {
      first++;
    }
    if (first == end) {
      return;
    }
    boolean colon = colon(first, end) >= 0;
    boolean met = !called.isNew(text, first, end);
    if (met
        && !colon
        && !firstBytes[text[first] & 0xff]
        && text[first] != '<'
        && text[first] != '&') {
      return;
    }
    String written = skipped.text(text, from, end);
    if (colon && magic(written)) {
      layout.sortKey(from - 2, to + 2, written.substring(written.indexOf(':') + 1));
      return;
    }
    String name = written.contains("{") ? "" : TitleForm.template(written, namespaces);
    called.add(name);
    if (wanted.contains(name)) {
      templates.add(new TemplateCall(name, arguments(to)));
    }
  }

  private boolean magic(String written) {
    int colon = written.indexOf(':');
    if (colon < 0 || !defaultSort.contains(written.substring(0, colon).strip())) {
      return false;
    }
    sorts.add(written.substring(colon + 1).strip());
    return true;
  }

  private Map<String, String> arguments(int to) {
    Map<String, String> arguments = new LinkedHashMap<>();
    int position = 0;
    for (int i = 0; i < stack.pipes(); i++) {
      int start = stack.pipeAt(i) + 1;
      int end = i + 1 < stack.pipes() ? stack.pipeAt(i + 1) : to;
      int equals = stack.equalsAt(i);
      if (equals < 0) {
        position++;
        arguments.put(Integer.toString(position), skipped.text(text, start, end));
      } else {
        arguments.put(
            skipped.text(text, start, equals).strip(), skipped.text(text, equals + 1, end).strip());
      }
    }
    return java.util.Collections.unmodifiableMap(arguments);
  }

  /// Braces that are never closed hide the end of a link from the stack, but not from the reader of
  /// links, which comes later and sees only text.
  private void looseLinks(int to) {
    boolean openBraces = false;
    for (int at = stack.depth() - 1; at >= base; at--) {
      if (stack.kind(at) == '{') {
        openBraces = true;
      } else if (openBraces) {
        looseLink(stack.content(at), to);
      }
    }
  }

  private void looseLink(int from, int to) {
    int end = find("]]", from, Math.min(to, from + LONGEST_LOOSE_LINK));
    if (end < 0) {
      return;
    }
    int pipe = end;
    for (int i = from; i < end; i++) {
      if (text[i] == '|') {
        pipe = i;
        break;
      }
    }
    category(from, pipe, end);
  }
}
