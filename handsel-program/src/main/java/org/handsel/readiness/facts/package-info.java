/// What a dump says of a wiki's pages, as files that a person can open and as tables in memory.
@NullMarked
package org.handsel.readiness.facts;

import org.jspecify.annotations.NullMarked;
