/// A thin client of MediaWiki's Action API.
@NullMarked
package org.handsel.wiki.api;

import org.jspecify.annotations.NullMarked;
