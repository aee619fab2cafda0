package org.handsel.app.web;

/// Answers one request.
@FunctionalInterface
public interface PageHandler {
  void answer(Page page) throws Exception;
}
