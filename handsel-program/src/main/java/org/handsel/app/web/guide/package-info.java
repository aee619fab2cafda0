/// The guides of the stages: what to do now, what to ask, what goes wrong, how long it took others,
/// and what readers said to them. Entry point is [org.handsel.app.web.guide.Guides], which is also
/// the room of their pages; any page shows a guide with `guide/part.jte`. The words are messages
/// (`guide_<language>.properties`), so that a further language translates them with the rest.
@NullMarked
package org.handsel.app.web.guide;

import org.jspecify.annotations.NullMarked;
