/// Replays of real deliveries: what Handsel makes of them is held against what people published.
@org.jspecify.annotations.NullMarked
package org.handsel.replay;
