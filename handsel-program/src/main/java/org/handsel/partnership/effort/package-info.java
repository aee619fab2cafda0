/// The work that a partnership takes, and who is there for it: hours spent and to come by stage,
/// calls for volunteers and who answered, what a team has to give, and the load on the institution.
///
/// Entry points are [org.handsel.partnership.effort.Effort], `Volunteers`, `Capacities` and
/// `PartnerLoads`. Tables: `effort.tsv`, `partner-load.tsv`.
@NullMarked
package org.handsel.partnership.effort;

import org.jspecify.annotations.NullMarked;
