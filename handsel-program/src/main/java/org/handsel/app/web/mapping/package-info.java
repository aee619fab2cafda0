/// Pages on which people map a delivery: its fields beside those of an item, what three items and
/// their pages become, what is wrong, and the mapping tables. Everything ends in the profile's YAML
/// file and the tables beside it, which the command line uses as they are.
///
/// Entry point is [org.handsel.app.web.mapping.MappingRooms]. Deliveries lie in the folder
/// `collections` of the workspace, profiles in `mappings`.
@NullMarked
package org.handsel.app.web.mapping;

import org.jspecify.annotations.NullMarked;
