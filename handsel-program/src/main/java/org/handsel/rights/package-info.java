/// Licences, rights statements and what Wikimedia Commons makes of them.
///
/// Entry point is [org.handsel.rights.RightsStatements]; its values are records of this package.
/// Uses no other feature. Statements, phrases and verdicts are data: `rights/*.tsv`, each row with
/// its source.
@NullMarked
package org.handsel.rights;

import org.jspecify.annotations.NullMarked;
