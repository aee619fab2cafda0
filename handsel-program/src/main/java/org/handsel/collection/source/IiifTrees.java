package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes trees of IIIF manifests, of version 2 and 3 alike:
///
/// ```
/// <manifest id version><label xml:lang/><summary/><rights/>
///   <metadata name><label/><value/></metadata>
///   <requiredStatement><label/><value/></requiredStatement>
///   <provider/><homepage/><seeAlso/><thumbnail/>
///   <canvas id width height><label/><metadata/>
///     <image format width height service full>address</image></canvas></manifest>
/// ```
///
/// With canvases as records each of them is the root and holds the `<manifest>` without its
/// canvases. A manifest that a collection only refers to is a record of its own, with the attribute
/// `reference`. Source: IIIF Presentation API 2.1.1 and 3.0.0. Used by one thread.
final class IiifTrees {
  private static final int DEEPEST = 20;

  private final String file;
  private final boolean canvases;
  private final Problems problems;
  private final PlainTree tree = new PlainTree();

  IiifTrees(String file, boolean canvases, Problems problems) {
    this.file = file;
    this.canvases = canvases;
    this.problems = problems;
  }

  String record() {
    return canvases ? "canvas" : "manifest";
  }

  List<XdmNode> of(JsonNode document, long line) {
    List<XdmNode> trees = new ArrayList<>();
    add(document, line, trees, 0);
    return trees;
  }

  private void add(JsonNode document, long line, List<XdmNode> trees, int depth) {
    if (!document.isObject() || depth > DEEPEST) {
      problem(
          line,
          "IIIF_UNKNOWN",
          document,
          "expected a manifest or a collection, found %s. It is left out."
              .formatted(kind(document)),
          true);
      return;
    }
    if (kind(document).endsWith("Collection")) {
      collection(document, line, trees, depth);
    } else {
      manifest(document, line, trees);
    }
  }

  private void collection(JsonNode collection, long line, List<XdmNode> trees, int depth) {
    int references = 0;
    for (String key : List.of("items", "manifests", "collections", "members")) {
      for (JsonNode member : each(collection.get(key))) {
        boolean whole = member.has("items") || member.has("sequences") || member.has("manifests");
        if (whole || (kind(member).endsWith("Collection") && member.has("members"))) {
          add(member, line, trees, depth + 1);
        } else {
          references++;
          tree.start();
          tree.attribute("reference", kind(member).endsWith("Collection") ? "collection" : "true");
          openManifest(member);
          description(member);
          tree.close();
          trees.add(tree.finish());
        }
      }
    }
    if (references > 0) {
      problem(
          line,
          "IIIF_REFERENCES",
          collection,
          "the collection only refers to %,d manifests: expected the manifests themselves, found their labels and addresses. Fetch them and give the folder."
              .formatted(references),
          false);
    }
    if (references == 0 && trees.isEmpty()) {
      problem(line, "IIIF_EMPTY", collection, "the collection holds no manifest.", false);
    }
  }

  private void manifest(JsonNode manifest, long line, List<XdmNode> trees) {
    List<JsonNode> views = views(manifest);
    if (views.isEmpty()) {
      problem(
          line,
          "IIIF_NO_CANVASES",
          manifest,
          "the manifest has no canvases: expected at least one with an image, found none. Its"
              + " description is read; ask for the images.",
          false);
    }
    capped(manifest, views, line);
    if (canvases) {
      for (JsonNode view : views) {
        tree.start();
        openCanvas(view);
        openManifest(manifest);
        description(manifest);
        tree.close();
        tree.close();
        trees.add(tree.finish());
      }
      return;
    }
    tree.start();
    openManifest(manifest);
    description(manifest);
    for (JsonNode view : views) {
      openCanvas(view);
      tree.close();
    }
    tree.close();
    trees.add(tree.finish());
  }

  /// Image servers may refuse to give images in full.
  private void capped(JsonNode manifest, List<JsonNode> views, long line) {
    int capped = 0;
    for (JsonNode view : views) {
      for (JsonNode image : images(view)) {
        JsonNode service = service(image);
        double pixels = view.path("width").asDouble(0) * view.path("height").asDouble(0);
        double area = service.path("maxArea").asDouble(Double.MAX_VALUE);
        double width = service.path("maxWidth").asDouble(Double.MAX_VALUE);
        if (pixels > area || view.path("width").asDouble(0) > width) {
          capped++;
        }
      }
    }
    if (capped > 0) {
      problem(
          line,
          "IIIF_SIZE_CAPPED",
          manifest,
          "%,d of %,d images are larger than the image server gives: expected full size. Ask the institution for the files."
              .formatted(capped, views.size()),
          false);
    }
  }

  private void problem(long line, String code, JsonNode where, String what, boolean lost) {
    String id = text(where, "id", "@id");
    problems.add(
        file,
        0,
        line,
        code,
        id,
        "%s, line %d%s: %s".formatted(file, line, id.isEmpty() ? "" : ", " + id, what),
        lost);
  }

  private void openManifest(JsonNode manifest) {
    boolean second = manifest.has("@id") || manifest.has("sequences");
    tree.attribute("id", text(manifest, "id", "@id")).attribute("version", second ? "2" : "3");
    tree.open("manifest");
  }

  private void description(JsonNode node) {
    words("label", node.get("label"));
    words("summary", node.has("summary") ? node.get("summary") : node.get("description"));
    metadata(node);
    addresses("rights", node.has("rights") ? node.get("rights") : node.get("license"));
    JsonNode statement = node.get("requiredStatement");
    if (statement != null && statement.isObject()) {
      tree.open("requiredStatement");
      words("label", statement.get("label"));
      words("value", statement.get("value"));
      tree.close();
    } else if (node.has("attribution")) {
      tree.open("requiredStatement");
      words("value", node.get("attribution"));
      tree.close();
    }
    for (JsonNode provider : each(node.get("provider"))) {
      tree.attribute("id", text(provider, "id", "@id")).open("provider");
      words("label", provider.get("label"));
      addresses("homepage", provider.get("homepage"));
      tree.close();
    }
    addresses("homepage", node.has("homepage") ? node.get("homepage") : node.get("related"));
    addresses("seeAlso", node.get("seeAlso"));
    addresses("thumbnail", node.get("thumbnail"));
    words("navDate", node.get("navDate"));
  }

  /// Pairs of label and value; the first label is also an attribute, to choose by it.
  private void metadata(JsonNode node) {
    for (JsonNode pair : each(node.get("metadata"))) {
      List<Words> labels = all(pair.get("label"));
      tree.attribute("name", labels.isEmpty() ? "" : labels.getFirst().text());
      tree.open("metadata");
      words("label", pair.get("label"));
      words("value", pair.get("value"));
      tree.close();
    }
  }

  private void openCanvas(JsonNode view) {
    tree.attribute("id", text(view, "id", "@id"))
        .attribute("width", view.path("width").asString(""))
        .attribute("height", view.path("height").asString(""))
        .open("canvas");
    description(view);
    for (JsonNode image : images(view)) {
      image(image);
    }
  }

  private void image(JsonNode image) {
    JsonNode service = service(image);
    String base = text(service, "id", "@id").replaceFirst("/+$", "");
    if (!base.isEmpty()) {
      boolean third = text(service, "type", "@type").equals("ImageService3");
      tree.attribute("service", base)
          .attribute(
              "full", base + (third ? "/full/max/0/default.jpg" : "/full/full/0/default.jpg"));
    }
    for (String key : List.of("format", "width", "height", "type")) {
      String value = image.path(key).asString("");
      if (!value.isEmpty()) {
        tree.attribute(key, value);
      }
    }
    tree.element("image", text(image, "id", "@id"));
  }

  private static JsonNode service(JsonNode image) {
    for (JsonNode service : each(image.get("service"))) {
      if (!text(service, "id", "@id").isEmpty()) {
        return service;
      }
    }
    return image.path("service");
  }

  private static List<JsonNode> views(JsonNode manifest) {
    List<JsonNode> views = new ArrayList<>();
    for (JsonNode item : each(manifest.get("items"))) {
      if (item.isObject()) {
        views.add(item);
      }
    }
    for (JsonNode sequence : each(manifest.get("sequences"))) {
      views.addAll(each(sequence.get("canvases")));
    }
    return views;
  }

  private static List<JsonNode> images(JsonNode view) {
    List<JsonNode> images = new ArrayList<>();
    for (JsonNode page : each(view.get("items"))) {
      for (JsonNode annotation : each(page.get("items"))) {
        String motivation = annotation.path("motivation").asString("painting");
        if (motivation.contains("painting")) {
          bodies(annotation.get("body"), images, 0);
        }
      }
    }
    for (JsonNode annotation : each(view.get("images"))) {
      bodies(annotation.get("resource"), images, 0);
    }
    return images;
  }

  /// What is painted; of a choice the first.
  private static void bodies(@Nullable JsonNode body, List<JsonNode> images, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (JsonNode one : each(body)) {
      String kind = kind(one);
      if (kind.equals("Choice") || kind.equals("oa:Choice")) {
        List<JsonNode> options = each(one.has("items") ? one.get("items") : one.get("default"));
        if (!options.isEmpty()) {
          bodies(options.getFirst(), images, depth + 1);
        }
      } else if (one.has("source") && !one.has("format") && one.get("source").isObject()) {
        bodies(one.get("source"), images, depth + 1);
      } else if (one.isObject() && !kind.equals("TextualBody")) {
        images.add(one);
      }
    }
  }

  /// @param language null when unknown
  private record Words(String text, @Nullable String language) {}

  private void words(String name, @Nullable JsonNode node) {
    for (Words words : all(node)) {
      String language = words.language();
      if (language != null) {
        tree.attribute("xml:lang", language);
      }
      tree.element(name, words.text());
    }
  }

  /// Texts as version 3 (a map of languages) and version 2 (a text, or value and language) have
  /// them.
  private static List<Words> all(@Nullable JsonNode node) {
    List<Words> words = new ArrayList<>();
    for (JsonNode one : each(node)) {
      if (one.isValueNode()) {
        words.add(new Words(one.asString(""), null));
      } else if (one.has("@value")) {
        String language = one.path("@language").asString("");
        words.add(new Words(one.path("@value").asString(""), language.isEmpty() ? null : language));
      } else {
        for (var entry : one.properties()) {
          boolean none = entry.getKey().equals("none") || entry.getKey().equals("@none");
          for (JsonNode text : each(entry.getValue())) {
            words.add(new Words(text.asString(""), none ? null : entry.getKey()));
          }
        }
      }
    }
    return words.stream().filter(one -> !one.text().isBlank()).toList();
  }

  private void addresses(String name, @Nullable JsonNode node) {
    for (JsonNode one : each(node)) {
      String address = one.isValueNode() ? one.asString("") : text(one, "id", "@id");
      if (!address.isBlank()) {
        tree.element(name, address);
      }
    }
  }

  private static String kind(JsonNode node) {
    String kind = text(node, "type", "@type");
    return kind.isEmpty()
        ? node.isObject() ? "an object without type" : node.getNodeType().name()
        : kind;
  }

  private static String text(JsonNode node, String key, String other) {
    String first = node.path(key).asString("");
    return first.isEmpty() ? node.path(other).asString("") : first;
  }

  /// The elements of a list; what is no list is one.
  private static List<JsonNode> each(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return List.of();
    }
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }
}
