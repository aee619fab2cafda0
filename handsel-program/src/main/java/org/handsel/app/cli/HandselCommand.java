package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Secrets;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command above all others; knows the workspace.
@Command(
    name = "handsel",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = HandselCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done (findings are results, not failures)",
      "1:part of the input could not be processed or a file failed; the output names it",
      "2:wrong use",
      "3:environment: no JDK, database or wiki unreachable, disk full"
    })
final class HandselCommand implements Runnable {
  /// The commands, in the order in which the help shows them.
  static final List<Class<?>> ALL =
      List.of(
          TourCommand.class,
          CollectionCommand.class,
          ReadinessCommand.class,
          AuthorityCommand.class,
          RightsCommand.class,
          ConditionsCommand.class,
          ReleaseCommand.class,
          InstitutionsCommand.class,
          PartnershipCommand.class,
          ImpactCommand.class,
          ClusterCommand.class,
          SandboxCommand.class,
          ServeCommand.class,
          AccountCommand.class,
          LoginCommand.class,
          SettingsCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          ExportCommand.class,
          GenerateCompletion.class);

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Workspace folder; otherwise HANDSEL_HOME, otherwise ~/.handsel.")
  private @Nullable Path home;

  HandselCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "handsel: which command?");
  }

  Workspace workspace() {
    return Workspace.choose(home, surroundings.environment());
  }

  Settings settings() {
    return Settings.read(workspace(), surroundings.environment());
  }

  Secrets secrets() {
    return new Secrets(workspace(), surroundings.environment());
  }

  Map<String, String> environment() {
    return surroundings.environment();
  }

  WikiSettings wikiSettings() {
    return WikiSettings.of(settings().get("contact").orElse(""));
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Handsel " + WikiSettings.VERSION,
        "Java " + Runtime.version() + " on " + System.getProperty("os.name")
      };
    }
  }
}
