/// Inspects image files: type, size, wholeness, checksum; makes thumbnails.
///
/// Entry point is [org.handsel.collection.image.Images]. Uses `platform`. Types, extensions and
/// signatures are data: `file-types.tsv`.
@NullMarked
package org.handsel.collection.image;

import org.jspecify.annotations.NullMarked;
