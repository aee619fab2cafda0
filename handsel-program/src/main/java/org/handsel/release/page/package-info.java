/// What a file page says: wikitext and structured data of one item.
///
/// Entry point is [org.handsel.release.page.FilePages]; its values are records of this package. May
/// use `wiki.text`, `collection`, `rights` and `platform`. Templates, properties, attribution words
/// and languages are data files beside this package.
@NullMarked
package org.handsel.release.page;

import org.jspecify.annotations.NullMarked;
