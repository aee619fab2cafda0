/// What MediaWiki is: [org.handsel.wiki.text] knows its titles and its markup,
/// [org.handsel.wiki.api] talks to its Action API.
@NullMarked
package org.handsel.wiki;

import org.jspecify.annotations.NullMarked;
