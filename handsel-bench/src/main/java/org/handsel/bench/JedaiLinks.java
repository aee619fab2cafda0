package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.SizeBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.Comparison;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.EquivalenceCluster;
import org.scify.jedai.datamodel.PairIterator;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entityclustering.UniqueMappingClustering;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;
import org.scify.jedai.utilities.enumerations.WeightingScheme;

/// Links plain persons with JedAI 3.1, in a process of its own: `PERSONS RECORDS LINKS`. Blocks of
/// words, cleaned and pruned to the nearest of each person, cosine of TF-IDF over words of names
/// and years, and each record given to one person at most: of its ways the one that is best on the
/// museums.
final class JedaiLinks {
  private JedaiLinks() {}

  public static void main(String[] args) throws IOException {
    Logger.getRootLogger().setLevel(Level.OFF);
    List<PlainPersons.Plain> persons = PlainPersons.read(Path.of(args[0]));
    List<PlainPersons.Plain> records = PlainPersons.read(Path.of(args[1]));
    List<EntityProfile> left = profiles(persons);
    List<EntityProfile> right = profiles(records);
    List<AbstractBlock> blocks = new StandardBlocking().getBlocks(left, right);
    blocks = new SizeBasedBlockPurging().refineBlocks(blocks);
    blocks = new BlockFiltering(.8f).refineBlocks(blocks);
    blocks = new CardinalityNodePruning(WeightingScheme.ARCS).refineBlocks(blocks);
    SimilarityPairs pairs =
        new ProfileMatcher(
                left,
                right,
                RepresentationModel.TOKEN_UNIGRAMS_TF_IDF,
                SimilarityMetric.COSINE_SIMILARITY)
            .executeComparisons(blocks);
    Map<Long, Float> similarities = new HashMap<>();
    for (PairIterator all = pairs.getPairIterator(); all.hasNext(); ) {
      Comparison pair = all.next();
      similarities.put(key(pair.getEntityId1(), pair.getEntityId2()), pair.getUtilityMeasure());
    }
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (EquivalenceCluster cluster : new UniqueMappingClustering(.1f).getDuplicates(pairs)) {
        if (!cluster.getEntityIdsD1().isEmpty() && !cluster.getEntityIdsD2().isEmpty()) {
          int person = cluster.getEntityIdsD1().get(0);
          int record = cluster.getEntityIdsD2().get(0);
          out.write(
              "%d\t%s\t%s\t%s%n"
                  .formatted(
                      person,
                      persons.get(person).id(),
                      records.get(record).id(),
                      similarities.get(key(person, record))));
        }
      }
    }
    Measured.sayMemory();
  }

  private static long key(int person, int record) {
    return (long) person << 32 | record;
  }

  private static List<EntityProfile> profiles(List<PlainPersons.Plain> all) {
    List<EntityProfile> profiles = new ArrayList<>(all.size());
    for (PlainPersons.Plain one : all) {
      EntityProfile profile = new EntityProfile(one.id());
      one.names().forEach(name -> profile.addAttribute("name", name));
      if (!one.birth().isEmpty()) {
        profile.addAttribute("birth", "b" + one.birth());
      }
      if (!one.death().isEmpty()) {
        profile.addAttribute("death", "d" + one.death());
      }
      profiles.add(profile);
    }
    return profiles;
  }
}
