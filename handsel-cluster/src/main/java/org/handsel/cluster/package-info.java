/// The jobs of stage 0 on Apache Spark, in a process of their own.
@NullMarked
package org.handsel.cluster;

import org.jspecify.annotations.NullMarked;
