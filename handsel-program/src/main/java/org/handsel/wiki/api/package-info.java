/// A thin client of MediaWiki's Action API: login, questions, uploads, structured data.
///
/// Entry points are [org.handsel.wiki.api.WikiAddress] and [org.handsel.wiki.api.Wiki]; their
/// values are records of this package. Uses no other feature. What an error code or an upload
/// warning means and what a person can do about it are data: `error-classes.tsv`,
/// `warning-answers.tsv`.
@NullMarked
package org.handsel.wiki.api;

import org.jspecify.annotations.NullMarked;
