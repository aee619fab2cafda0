/// Mapping profiles: from source records to items.
///
/// Entry points are [org.handsel.collection.mapping.Mapping] for a whole delivery,
/// [org.handsel.collection.mapping.Profiles] for a profile by itself and
/// [org.handsel.collection.mapping.Mapper] for single records (previews); their values are records
/// of this package. The language of a profile is described in `docs/mapping-profile.md`. May use
/// the other packages of `collection`, `rights` and `platform`. Data: `namespaces.tsv`, the
/// prefixes that need no declaration.
@NullMarked
package org.handsel.collection.mapping;

import org.jspecify.annotations.NullMarked;
