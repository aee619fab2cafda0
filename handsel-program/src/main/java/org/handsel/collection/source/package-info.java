/// Reads what an institution delivered, record by record.
@NullMarked
package org.handsel.collection.source;

import org.jspecify.annotations.NullMarked;
