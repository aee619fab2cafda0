package org.handsel.app.cli;
import picocli.CommandLine.Command;
@Command(name = "list")
final class InstitutionsListCommand implements Runnable { public void run() {} }
