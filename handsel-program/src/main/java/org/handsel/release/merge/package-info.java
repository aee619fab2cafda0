/// Brings corrections into pages that people changed since: three-way merges of wikitext, template
/// by template, parameter by parameter and category by category.
@NullMarked
package org.handsel.release.merge;

import org.jspecify.annotations.NullMarked;
