/// From what an institution delivered to neutral items.
///
/// This package holds the item and its parts; [org.handsel.collection.source] reads deliveries
/// record by record, [org.handsel.collection.mapping] turns records into items by a mapping
/// profile, [org.handsel.text] understands dates, measures and names,
/// [org.handsel.collection.image] inspects image files. May use `rights` and `platform`.
@NullMarked
package org.handsel.collection;

import org.jspecify.annotations.NullMarked;
