package org.handsel.app.cli;
import picocli.CommandLine.Command;
@Command(name = "show")
final class InstitutionsShowCommand implements Runnable { public void run() {} }
