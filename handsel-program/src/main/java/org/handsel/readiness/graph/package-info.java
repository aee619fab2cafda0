/// The graph of a wiki's categories: which lies in which, where it runs in circles, what stands
/// above a category.
@NullMarked
package org.handsel.readiness.graph;

import org.jspecify.annotations.NullMarked;
