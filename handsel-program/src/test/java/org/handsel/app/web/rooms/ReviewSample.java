package org.handsel.app.web.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Who;

/// A small result of linking in a workbench, for tests of its pages.
final class ReviewSample {
  private ReviewSample() {}

  static ReviewSet into(Bench bench, Path folder) throws IOException {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.writeString(
        folder.resolve("persons.jsonl"),
        """
        {"id":"p1","name":"Astrid <b>Moe","birth":"1900","occupations":["painter"],"text":"Painter from the fjords, pupil of Olaf Brekke."}
        {"id":"p2","name":"Bo Dahl","birth":"1880","birthPlace":"Bergen"}
        {"id":"p3","name":"Cy Eide"}
        """);
    Files.writeString(
        folder.resolve("library.jsonl"),
        """
        {"id":"r1","name":"Moe, Astrid","birth":"1900-05-03","variants":["Lindqvist, Astrid"],"occupations":["Painter","Illustrator"]}
        {"id":"r2","name":"Dahl, Bo","birth":"1881","birthPlace":"Oslo"}
        {"id":"r3","name":"Eide, Cyril"}
        {"id":"r4","name":"Eide, Cyrus","variants":["Eide, Cy"]}
        """);
    Files.writeString(
        links.resolve("links.tsv"),
        """
        person_id\tauthority_id\tprobability\tdecision\tevidence
        p1\tr1\t0.9400\treview\tnames are equal; birth 1900
        p2\tr2\t0.9000\treview\tnames are equal; birth 1880 / 1881
        p3\tr3\t0.4000\treview\tnames alike
        """);
    Files.writeString(
        links.resolve("candidates.tsv"),
        """
        person_id\tauthority_id\tprobability\tdecision\tevidence\trank
        p3\tr4\t0.3500\treview\tone name is a variant\t2
        """);
    return new Reviews(bench.parts().database(), bench.parts().clock())
        .begin(
            Who.HANDSEL,
            new Reviews.Order(
                "Fjord painters",
                links,
                folder.resolve("persons.jsonl"),
                Map.of(),
                folder.resolve("library.jsonl"),
                0.95,
                100));
  }
}
