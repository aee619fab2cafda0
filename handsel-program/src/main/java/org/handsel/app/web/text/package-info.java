/// What pages say, in every language: message files, plural forms, dates and numbers.
///
/// Entry point is [org.handsel.app.web.text.Messages]; the files are
/// `messages/<room>_<language>.properties` of the package above. Uses no feature.
@NullMarked
package org.handsel.app.web.text;

import org.jspecify.annotations.NullMarked;
