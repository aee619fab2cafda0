/// Reads MARC 21 records, as libraries exchange them (ISO 2709) and as MARCXML, also where they are
/// damaged.
///
/// Entry point is [org.handsel.marc.MarcFiles]; records are [org.handsel.marc.MarcRecord]. Uses no
/// other room. The tables of MARC-8 are data: `marc-8.tsv`, `marc-8-scripts.tsv`.
@NullMarked
package org.handsel.marc;

import org.jspecify.annotations.NullMarked;
