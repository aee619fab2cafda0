/// A workspace as one file, to be kept elsewhere and put back whole, on the same kind of database
/// or the other.
///
/// Entry point is [org.handsel.platform.backup.Backups]. Knows no feature: which tables there are
/// stands in the database's scripts, which columns hold paths in `paths.tsv`.
@NullMarked
package org.handsel.platform.backup;

import org.jspecify.annotations.NullMarked;
