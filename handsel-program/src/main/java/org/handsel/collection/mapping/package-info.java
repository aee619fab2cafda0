/// Mapping profiles: from source records to items.
@NullMarked
package org.handsel.collection.mapping;

import org.jspecify.annotations.NullMarked;
