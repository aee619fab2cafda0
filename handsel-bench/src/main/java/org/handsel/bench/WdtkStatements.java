package org.handsel.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wikidata.wdtk.datamodel.helpers.Datamodel;
import org.wikidata.wdtk.datamodel.helpers.MediaInfoUpdateBuilder;
import org.wikidata.wdtk.datamodel.helpers.StatementBuilder;
import org.wikidata.wdtk.datamodel.helpers.StatementUpdateBuilder;
import org.wikidata.wdtk.datamodel.helpers.TermUpdateBuilder;
import org.wikidata.wdtk.datamodel.interfaces.EntityDocument;
import org.wikidata.wdtk.datamodel.interfaces.MediaInfoDocument;
import org.wikidata.wdtk.datamodel.interfaces.MediaInfoIdValue;
import org.wikidata.wdtk.datamodel.interfaces.MediaInfoUpdate;
import org.wikidata.wdtk.datamodel.interfaces.Statement;
import org.wikidata.wdtk.datamodel.interfaces.Value;
import org.wikidata.wdtk.wikibaseapi.BasicApiConnection;
import org.wikidata.wdtk.wikibaseapi.LoginFailedException;
import org.wikidata.wdtk.wikibaseapi.WikibaseDataEditor;
import org.wikidata.wdtk.wikibaseapi.WikibaseDataFetcher;
import org.wikidata.wdtk.wikibaseapi.apierrors.MediaWikiApiErrorException;

/// A program of its own: gives files a caption and three statements with wdtk-wikibaseapi 0.17.0,
/// having read all of them in one question before, as its documentation advises. Its own brake of
/// one edit in two seconds is off. Prints what it says of each file.
///
/// Arguments: the address of the API, name, password, and for each file its id, `=` and its name.
final class WdtkStatements {
  private static final String SITE = "http://127.0.0.1/entity/";

  private WdtkStatements() {}

  public static void main(String[] args)
      throws LoginFailedException, IOException, MediaWikiApiErrorException {
    Map<String, String> names = new LinkedHashMap<>();
    for (String file : List.of(args).subList(3, args.length)) {
      int end = file.indexOf('=');
      names.put(file.substring(0, end), file.substring(end + 1));
    }
    long begun = System.nanoTime();
    BasicApiConnection connection = new BasicApiConnection(args[0]);
    connection.login(args[1], args[2]);
    Map<String, EntityDocument> read =
        new WikibaseDataFetcher(connection, SITE).getEntityDocuments(List.copyOf(names.keySet()));
    WikibaseDataEditor editor = new WikibaseDataEditor(connection, SITE);
    editor.setEditAsBot(true);
    editor.setAverageTimePerEdit(0);
    names.forEach((id, name) ->
        System.out.println("said\t%s\t%s".formatted(id, edit(editor, read.get(id), name))));
    System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
  }

  private static String edit(
      WikibaseDataEditor editor,
      @org.jspecify.annotations.Nullable EntityDocument read,
      String name) {
    if (!(read instanceof MediaInfoDocument document)) {
      return "no document";
    }
    try {
      editor.editEntityDocument(update(document, name), false, "measurement", List.of());
      return Outcome.DONE;
    } catch (MediaWikiApiErrorException e) {
      return e.getErrorCode();
    } catch (IOException | RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static MediaInfoUpdate update(MediaInfoDocument document, String name) {
    MediaInfoIdValue id = document.getEntityId();
    StatementUpdateBuilder statements =
        StatementUpdateBuilder.forStatementGroups(id, document.getStatementGroups());
    statements.add(statement(id, "P217", Datamodel.makeStringValue(name)));
    statements.add(statement(id, "P195", Datamodel.makeItemIdValue("Q190804", SITE)));
    statements.add(statement(id, "P6216", Datamodel.makeItemIdValue("Q19652", SITE)));
    return MediaInfoUpdateBuilder.forBaseRevision(document)
        .updateLabels(
            TermUpdateBuilder.create()
                .put(Datamodel.makeMonolingualTextValue("A picture", "en"))
                .build())
        .updateStatements(statements.build())
        .build();
  }

  private static Statement statement(MediaInfoIdValue id, String property, Value value) {
    return StatementBuilder.forSubjectAndProperty(id, Datamodel.makePropertyIdValue(property, SITE))
        .withValue(value)
        .build();
  }
}
