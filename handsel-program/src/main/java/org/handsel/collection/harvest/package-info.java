/// Fetches records over OAI-PMH into a folder that can be mapped, and goes on after any stop.
///
/// Entry point is [org.handsel.collection.harvest.Harvest]. Uses no other room. Source of the
/// protocol: Open Archives Initiative, Protocol for Metadata Harvesting 2.0.
@NullMarked
package org.handsel.collection.harvest;

import org.jspecify.annotations.NullMarked;
