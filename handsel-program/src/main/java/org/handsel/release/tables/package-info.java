/// Mapping tables as people work on them: filled by how often a value occurs, published as wiki
/// tables for volunteers, and merged back without loss.
///
/// Entry point is [org.handsel.release.tables.MappingTables]; its values are records of this
/// package. May use `collection`, `wiki.text` and `platform`; suggestions come in through
/// [org.handsel.release.tables.Suggester].
@NullMarked
package org.handsel.release.tables;

import org.jspecify.annotations.NullMarked;
