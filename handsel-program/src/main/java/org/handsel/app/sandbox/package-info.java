/// The sandbox wiki: the subset of MediaWiki's API that a rehearsal needs, in process.
@NullMarked
package org.handsel.app.sandbox;

import org.jspecify.annotations.NullMarked;
