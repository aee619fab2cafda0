/// Understands dates, measures, names and markup in delivered texts.
@NullMarked
package org.handsel.text;

import org.jspecify.annotations.NullMarked;
