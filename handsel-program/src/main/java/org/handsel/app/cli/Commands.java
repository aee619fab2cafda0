package org.handsel.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/// Runs one command and says how it ended.
public final class Commands {
  private Commands() {}

  /// @return the exit code: 0 done, 1 part failed, 2 wrong use, 3 environment
  public static int run(Surroundings surroundings, String... arguments) {
    return line(surroundings, asked(arguments)).execute(arguments);
  }

  static CommandLine line(Surroundings surroundings) {
    return line(surroundings, HandselCommand.ALL);
  }

  /// The one command that the first word names, because describing all of them to the parser takes
  /// longer than many a command runs; all where no word or no such command is found.
  private static List<Class<?>> asked(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (word.equals("--home")) {
        i++;
      } else if (!word.startsWith("-")) {
        Optional<Class<?>> named =
            HandselCommand.ALL.stream()
                .filter(type -> type != AutoComplete.GenerateCompletion.class)
                .filter(type -> name(type).equals(word))
                .findFirst();
        return named.<List<Class<?>>>map(List::of).orElse(HandselCommand.ALL);
      }
    }
    return HandselCommand.ALL;
  }

  private static String name(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(CommandLine.Command.class)).name();
  }

  private static CommandLine line(Surroundings surroundings, List<Class<?>> commands) {
    Making making = new Making(surroundings);
    CommandLine line = new CommandLine(new HandselCommand(surroundings), making);
    commands.forEach(command -> line.addSubcommand(new CommandLine(command, making)));
    line.setOut(new java.io.PrintWriter(surroundings.out(), true));
    line.setErr(new java.io.PrintWriter(surroundings.err(), true));
    line.setExecutionExceptionHandler(explaining(surroundings));
    // Set here and not in the annotation, which every command below would inherit.
    line.getCommandSpec()
        .usageMessage()
        .header(
            "Carries a content partnership between a Wikimedia community and a cultural"
                + " institution.",
            "")
        .description(
            "",
            "Start with @|bold handsel tour|@: a small museum's collection goes all the way,"
                + " without touching a real wiki.",
            "");
    // Whatever follows it is for another process.
    CommandLine cluster = line.getSubcommands().get("cluster");
    if (cluster != null) {
      cluster.setStopAtUnmatched(true);
    }
    line.setUsageHelpWidth(110);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static IExecutionExceptionHandler explaining(Surroundings surroundings) {
    return (failure, command, parsed) -> {
      if (failure instanceof HandselException known) {
        surroundings.err().println(known.getMessage());
        return known.exit().code();
      }
      surroundings
          .err()
          .println(
              "%s: a fault of Handsel (%s). Please report it with the lines below."
                  .formatted(command.getCommandSpec().qualifiedName(), failure));
      failure.printStackTrace(surroundings.err());
      return Exit.ENVIRONMENT.code();
    };
  }

  /// Makes commands: those that ask for the surroundings in their constructor get them.
  private record Making(Surroundings surroundings) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var constructor = type.getDeclaredConstructor(Surroundings.class);
        return constructor.newInstance(surroundings);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
