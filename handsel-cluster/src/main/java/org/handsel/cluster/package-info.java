/// The jobs of stage 0 on Apache Spark, in a process of their own. What is read, compared and
/// weighed is the program's own code; here it is spread over machines and put together again.
@NullMarked
package org.handsel.cluster;

import org.jspecify.annotations.NullMarked;
