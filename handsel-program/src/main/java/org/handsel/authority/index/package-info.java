/// Authority files on disk: a file of sections that is mapped into memory, and in it all records,
/// found by their ids.
///
/// Entry points are [org.handsel.authority.index.IndexFile] for the file and
/// [org.handsel.authority.index.RecordStore] for the records.
@NullMarked
package org.handsel.authority.index;

import org.jspecify.annotations.NullMarked;
