package org.handsel.app.web;

/// An interface for programs beside the pages of the workbench: no login of the workbench, no
/// cookies, no forms, and answers that scripts of any site may read. What it needs in the way of
/// permission it asks for itself. Implementations are safe for threads.
public interface OpenService {
  /// The path at and below which it answers, such as `/reconcile`.
  String root();

  /// Answers a request; what goes wrong with the request is an answer too.
  ServiceAnswer answer(ServiceCall call);
}
