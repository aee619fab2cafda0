/// Identifiers of authority files: how they are written, what their check digit says, their normal
/// form.
@NullMarked
package org.handsel.authority.identifier;

import org.jspecify.annotations.NullMarked;
