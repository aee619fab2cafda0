/// The sandbox wiki: the subset of MediaWiki's API that a rehearsal needs, in process, with the
/// same checks, warnings and errors, and a page to look at the result.
///
/// Entry point is [org.handsel.app.sandbox.Sandbox]. Its answers are those of MediaWiki 1.39; the
/// tests that extend `WikiContract` ask a real MediaWiki the same questions. What it knows about
/// types of files, properties and the pages it begins with are tables beside this package.
@NullMarked
package org.handsel.app.sandbox;

import org.jspecify.annotations.NullMarked;
