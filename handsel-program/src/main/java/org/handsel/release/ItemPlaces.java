package org.handsel.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.collection.Item;
import org.handsel.platform.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Where the items of a file begin, by their ids, so that a page finds its records without reading
/// all of them. Immutable.
///
/// @param seen length and time of the file when it was read
record ItemPlaces(Path file, String seen, Map<String, Place> places) {
  record Place(long at, int size) {}

  private record Found(String id, Place place) {}

  /// What is known of a file, or the same object when the file is the one that it knows.
  static ItemPlaces of(Path file, Optional<ItemPlaces> known) throws IOException {
    String seen = Files.size(file) + " " + Files.getLastModifiedTime(file);
    Optional<ItemPlaces> same = known.filter(one -> one.file.equals(file) && one.seen.equals(seen));
    return same.isPresent() ? same.get() : read(file, seen);
  }

  private static ItemPlaces read(Path file, String seen) throws IOException {
    Map<String, Place> places = new HashMap<>();
    LineBlocks.read(
        file,
        0,
        true,
        block ->
            block
                .map(line ->
                    new Found(id(block, line), new Place(block.at(line), block.length(line))))
                .forEach(found -> places.putIfAbsent(found.id, found.place)));
    return new ItemPlaces(file, seen, places);
  }

  /// The id stands first in a line.
  private static String id(LineBlocks.Block block, int line) {
    try (JsonParser json =
        Json.mapper().createParser(block.bytes(), block.begin(line), block.length(line))) {
      boolean id =
          json.nextToken() == JsonToken.START_OBJECT
              && json.nextToken() == JsonToken.PROPERTY_NAME
              && json.currentName().equals("id")
              && json.nextToken() == JsonToken.VALUE_STRING;
      return id ? json.getString() : "";
    }
  }

  /// The items of some ids, as far as there are any.
  Map<String, Item> items(Set<String> ids) throws IOException {
    Map<String, Item> items = new HashMap<>();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      for (String id : ids) {
        Place place = places.get(id);
        if (place != null) {
          byte[] bytes = new byte[place.size];
          in.seek(place.at);
          in.readFully(bytes);
          items.put(id, Json.mapper().readValue(bytes, Item.class));
        }
      }
    }
    return items;
  }
}
