/// What the wikitext of a page says: its category links and the templates that are called, as
/// MediaWiki's preprocessor sees them.
@NullMarked
package org.handsel.wiki.markup;

import org.jspecify.annotations.NullMarked;
