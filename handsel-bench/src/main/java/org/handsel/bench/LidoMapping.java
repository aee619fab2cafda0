package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.platform.Progress;

/// LIDO records per CPU second, warm: a profile of 12 fields and the whole one of Nationalmuseum.
final class LidoMapping {
  private static final String TWELVE_FIELDS =
      """
      source: {format: xml, record: 'lido:lido', namespaces: {lido: http://www.lido-schema.org}}
      id: administrativeMetadata/recordWrap/recordID
      fields:
        title: descriptiveMetadata/objectIdentificationWrap/titleWrap/titleSet/appellationValue
        description: descriptiveMetadata/objectIdentificationWrap/objectDescriptionWrap/objectDescriptionSet/descriptiveNoteValue
        creator: descriptiveMetadata/eventWrap/eventSet/event/eventActor/actorInRole/actor/nameActorSet/appellationValue
        date: {from: descriptiveMetadata/eventWrap/eventSet/event/eventDate/displayDate, transforms: [trim, date]}
        medium: descriptiveMetadata/eventWrap/eventSet/event/eventMaterialsTech//term
        dimensions: descriptiveMetadata/objectIdentificationWrap/objectMeasurementsWrap/objectMeasurementsSet/displayObjectMeasurements
        accession: descriptiveMetadata/objectIdentificationWrap/repositoryWrap/repositorySet/workID
        institution: descriptiveMetadata/objectIdentificationWrap/repositoryWrap/repositorySet/repositoryName/legalBodyName/appellationValue
        depicted: descriptiveMetadata/objectRelationWrap/subjectWrap//subjectActor/actor/nameActorSet/appellationValue
        source: objectPublishedID
        image: administrativeMetadata/resourceWrap/resourceSet/resourceRepresentation/linkResource
      rights:
        reproduction: {from: administrativeMetadata/resourceWrap/resourceSet/rightsResource/rightsType/term, transforms: [rights]}
      """;

  /// Runs before the counted ones; the compiler of the JVM works for some four of them.
  private static final int WARM_UP = 5;

  private LidoMapping() {}

  public static void main(String[] args) throws IOException {
    Path scratch = Places.scratch();
    Path source = Places.shared("collections/lido/nationalmuseum_valid_items_transform_1677.tgz");
    Path twelve = scratch.resolve("twelve.yaml");
    Files.writeString(twelve, TWELVE_FIELDS);
    int counted = args[0].equals("long") ? 5 : 3;
    Figure.print(
        "LIDO mapping, 12 fields, warm",
        recordsPerCpuSecond(source, twelve, scratch, counted),
        "records/CPU-s",
        4000,
        true);
    Figure.print(
        "LIDO mapping, nationalmuseum.yaml, warm",
        recordsPerCpuSecond(
            source, Places.samples("profiles/nationalmuseum.yaml"), scratch, counted),
        "records/CPU-s",
        2000,
        true);
    Places.remove(scratch);
  }

  private static double recordsPerCpuSecond(Path source, Path profile, Path out, int counted) {
    double[] rates = new double[counted];
    for (int run = -WARM_UP; run < counted; run++) {
      double before = Figure.cpuSeconds();
      MappingSummary summary = Mapping.run(source, profile, out.resolve("items"), Progress.NONE);
      double rate = summary.records() / (Figure.cpuSeconds() - before);
      if (run >= 0) {
        rates[run] = rate;
      }
    }
    return Figure.median(rates);
  }
}
