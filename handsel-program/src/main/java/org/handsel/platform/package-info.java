/// Technical services without knowledge of any feature: workspace, database, settings, secrets,
/// progress, durable files, JSON and TSV.
///
/// Every other package may use this one; this one uses none of them.
@NullMarked
package org.handsel.platform;

import org.jspecify.annotations.NullMarked;
