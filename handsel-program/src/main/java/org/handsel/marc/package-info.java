/// Reads MARC 21 records, as libraries exchange them (ISO 2709) and as MARCXML, also where they are
/// damaged.
///
/// Entry point is [org.handsel.marc.MarcFiles]; records are [org.handsel.marc.MarcRecord]. Uses no
/// other room. The table of MARC-8 is data: `marc-8.tsv`.
@NullMarked
package org.handsel.marc;

import org.jspecify.annotations.NullMarked;
