/// Titles and markup of MediaWiki.
@NullMarked
package org.handsel.wiki.text;

import org.jspecify.annotations.NullMarked;
