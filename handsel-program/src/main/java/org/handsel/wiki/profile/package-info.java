/// What the pages of a wiki look like: which are biographies, where their data stands, how its
/// categories are kept.
@NullMarked
package org.handsel.wiki.profile;

import org.jspecify.annotations.NullMarked;
