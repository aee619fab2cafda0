/// The page on which a letter is read for conditions and an answer is drafted. Entry point is
/// [org.handsel.app.web.letters.ConditionsRoom]; templates are in `jte/web/conditions`.
@NullMarked
package org.handsel.app.web.letters;

import org.jspecify.annotations.NullMarked;
