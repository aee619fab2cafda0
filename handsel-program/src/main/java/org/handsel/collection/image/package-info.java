/// Inspects image files: type, size, wholeness, checksum.
@NullMarked
package org.handsel.collection.image;

import org.jspecify.annotations.NullMarked;
