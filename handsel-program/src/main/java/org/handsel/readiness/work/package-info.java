/// Audits as something that a group works through: which were made, what was found, who does what
/// about it.
///
/// Entry points are [org.handsel.readiness.work.AuditRuns] (the audits of a workspace),
/// [org.handsel.readiness.work.AuditJobs] (audits that run in the background) and
/// [org.handsel.readiness.work.FindingWork] (what people did about findings).
@NullMarked
package org.handsel.readiness.work;

import org.jspecify.annotations.NullMarked;
