/// Audits of a wiki: what in its categories and data is wrong or worth doing, with evidence.
@NullMarked
package org.handsel.readiness.audit;

import org.jspecify.annotations.NullMarked;
