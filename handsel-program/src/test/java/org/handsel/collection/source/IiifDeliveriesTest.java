package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// IIIF manifests and collections of both versions give one kind of tree.
class IiifDeliveriesTest {
  private static final String THIRD =
      """
      {"@context": "http://iiif.io/api/presentation/3/context.json",
       "id": "https://iiif.example/m1", "type": "Manifest",
       "label": {"nl": ["Getijdenboek"], "none": ["MS 1"]},
       "metadata": [{"label": {"nl": ["Datum"]}, "value": {"nl": ["[ca. 1001]", "1002"]}}],
       "rights": "http://creativecommons.org/publicdomain/zero/1.0/",
       "requiredStatement": {"label": {"en": ["Attribution"]}, "value": {"en": ["CC BY-NC"]}},
       "items": [
        {"id": "https://iiif.example/c1", "type": "Canvas", "width": 6000, "height": 5000,
         "label": {"none": ["1r"]},
         "items": [{"type": "AnnotationPage", "items": [{"type": "Annotation", "motivation": "painting",
          "body": {"id": "https://iiif.example/1.jpg", "type": "Image", "format": "image/jpeg",
           "service": [{"id": "https://iiif.example/s1", "type": "ImageService3", "maxArea": 25000000}]}}]}]},
        {"id": "https://iiif.example/c2", "type": "Canvas", "width": 60, "height": 50,
         "items": [{"items": [{"motivation": "painting", "body": {"type": "Choice", "items": [
          {"id": "https://iiif.example/2.jpg", "type": "Image"},
          {"id": "https://iiif.example/2x.jpg", "type": "Image"}]}}]}]}]}
      """;
  private static final String SECOND =
      """
      {"@context": "http://iiif.io/api/presentation/2/context.json",
       "@id": "https://iiif.example/m1", "@type": "sc:Manifest",
       "label": [{"@value": "Getijdenboek", "@language": "nl"}, "MS 1"],
       "metadata": [{"label": "Datum", "value": ["[ca. 1001]", {"@value": "1002"}]}],
       "license": "http://creativecommons.org/publicdomain/zero/1.0/",
       "attribution": "CC BY-NC",
       "sequences": [{"canvases": [
        {"@id": "https://iiif.example/c1", "width": 6000, "height": 5000, "label": "1r",
         "images": [{"resource": {"@id": "https://iiif.example/1.jpg", "format": "image/jpeg",
          "service": {"@id": "https://iiif.example/s1"}}}]},
        {"@id": "https://iiif.example/c2", "width": 60, "height": 50,
         "images": [{"resource": {"@id": "https://iiif.example/2.jpg"}}]}]}]}
      """;

  @TempDir Path folder;

  private static List<String> xpath(Path source, SourceSpec spec, String expression)
      throws SaxonApiException {
    List<String> found = new ArrayList<>();
    try (RecordSource records = Sources.open(source, spec)) {
      SourceRecord record;
      while ((record = records.next()) != null) {
        Sources.processor()
            .newXPathCompiler()
            .evaluate(expression, record.node())
            .forEach(item -> found.add(item.getStringValue()));
      }
    }
    return found;
  }

  private Path file(String text) throws IOException {
    return Read.write(folder.resolve("m.json"), text);
  }

  @Test
  void bothVersionsGiveOneTree() throws Exception {
    for (String manifest : List.of(SECOND, THIRD)) {
      Path file = file(manifest);
      assertThat(Read.all(file).description()).startsWith("IIIF, UTF-8, record manifest");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "@id"))
          .containsExactly("https://iiif.example/m1");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "label"))
          .containsExactly("Getijdenboek", "MS 1");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "label/@xml:lang")).containsExactly("nl");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "metadata[@name = 'Datum']/value"))
          .containsExactly("[ca. 1001]", "1002");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "rights"))
          .containsExactly("http://creativecommons.org/publicdomain/zero/1.0/");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "requiredStatement/value"))
          .containsExactly("CC BY-NC");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "canvas/image"))
          .containsExactly("https://iiif.example/1.jpg", "https://iiif.example/2.jpg");
      assertThat(xpath(file, SourceSpec.RECOGNISE, "canvas/image/@service"))
          .containsExactly("https://iiif.example/s1");
    }
  }

  @Test
  void canvasesMayBeTheRecords() throws Exception {
    SourceSpec canvases = Read.spec("record", "canvas");
    assertThat(xpath(file(THIRD), canvases, "image"))
        .containsExactly("https://iiif.example/1.jpg", "https://iiif.example/2.jpg");
    assertThat(xpath(file(THIRD), canvases, "manifest/label[1]"))
        .containsExactly("Getijdenboek", "Getijdenboek");
    assertThat(Read.all(file(THIRD), canvases).resolved().record()).isEqualTo("canvas");
  }

  @Test
  void manifestWithoutCanvasesIsDescribedAndNamed() throws Exception {
    Read read =
        Read.all(
            file(
                """
                {"@context": "http://iiif.io/api/presentation/3/context.json", "id": "x",
                 "type": "Manifest", "label": {"en": ["Empty"]}, "items": []}
                """));
    assertThat(read.texts()).containsExactly("Empty");
    assertThat(read.codes()).containsExactly("IIIF_NO_CANVASES");
  }

  @Test
  void imageThatTheServerWillNotGiveInFullIsNamed() throws Exception {
    assertThat(Read.all(file(THIRD)).problems().getFirst())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("IIIF_SIZE_CAPPED"))
        .satisfies(problem -> assertThat(problem.reason()).contains("1 of 2 images"));
  }

  @Test
  void collectionGivesWhatItHoldsAndNamesWhatItOnlyRefersTo() throws Exception {
    Read read =
        Read.all(
            file(
                """
                {"@context": "http://iiif.io/api/presentation/3/context.json", "id": "col",
                 "type": "Collection", "label": {"en": ["All"]}, "items": [
                  {"id": "m1", "type": "Manifest", "label": {"en": ["One"]}},
                  {"id": "m2", "type": "Manifest", "label": {"en": ["Two"]}},
                  {"id": "m3", "type": "Manifest", "label": {"en": ["Three"]}, "items": [
                    {"id": "c", "type": "Canvas", "items": []}]}]}
                """));
    assertThat(read.texts()).containsExactly("One", "Two", "Three");
    assertThat(read.codes()).containsExactly("IIIF_REFERENCES");
  }

  @Test
  void oddShapesAreNoReasonToFall() throws Exception {
    for (String odd :
        List.of(
            "{\"type\":\"Manifest\",\"items\":[null, 1, \"x\", {\"items\": {\"items\": 3}}],"
                + "\"metadata\":[1,{\"value\":{\"a\":{\"b\":1}}}],\"label\":{\"en\":5}}",
            "{\"type\":\"Manifest\",\"label\":null,\"metadata\":{},\"items\":{\"a\":1}}",
            "{\"@type\":\"sc:Manifest\",\"sequences\":[{\"canvases\":[{\"images\":[{}]}]}]}",
            "{\"@type\":\"sc:Collection\"}")) {
      assertThat(Read.all(file(odd)).texts()).hasSizeLessThan(2);
    }
  }
}
