package org.handsel.app.cli;
import picocli.CommandLine.Command;
@Command(name = "duplicates")
final class InstitutionsDuplicatesCommand implements Runnable { public void run() {} }
