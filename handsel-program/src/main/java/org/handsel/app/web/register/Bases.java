package org.handsel.app.web.register;

import java.util.List;

/// Why a person's data may be kept, by the ids of the register's table; for templates.
public interface Bases {
  List<String> ALL = List.of("legitimate-interest", "consent", "contract", "public-task");
}
