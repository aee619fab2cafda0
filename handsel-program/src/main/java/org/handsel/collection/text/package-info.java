/// Understands dates, measures, names and markup in delivered texts.
@NullMarked
package org.handsel.collection.text;

import org.jspecify.annotations.NullMarked;
