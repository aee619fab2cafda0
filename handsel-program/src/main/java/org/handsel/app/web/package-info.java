/// The shell of the workbench: server, pages, forms, login, and what each request is held to.
///
/// Entry point is [org.handsel.app.web.WebServer]. A feature adds its pages as a
/// [org.handsel.app.web.Room]; the shell knows no feature. Templates are in `src/main/jte/web`,
/// texts in `messages`, style and script in `assets`.
@NullMarked
package org.handsel.app.web;

import org.jspecify.annotations.NullMarked;
