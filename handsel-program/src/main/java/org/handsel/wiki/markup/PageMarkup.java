package org.handsel.wiki.markup;

import java.util.List;

/// What was read from one page.
///
/// @param categories its category links in the order of the text, repeated ones repeated
/// @param templates its calls of the wanted templates, an inner call before the one around it
/// @param defaultSorts keys set by DEFAULTSORT or its local names; the last one counts
/// @param hidden whether the page, a category, is hidden by a behaviour switch
/// @param oddities what is not written as is usual
public record PageMarkup(
    List<CategoryLink> categories,
    List<TemplateCall> templates,
    List<String> defaultSorts,
    boolean hidden,
    List<Oddity> oddities) {}
