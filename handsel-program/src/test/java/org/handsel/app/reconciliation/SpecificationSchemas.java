package org.handsel.app.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.platform.Json;
import org.handsel.testing.Shared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SchemaLocation;
import wiremock.com.networknt.schema.SpecVersion.VersionFlag;

/// The JSON schemas of one version of the specification; nothing is fetched. The validator is the
/// one that WireMock brings along.
final class SpecificationSchemas {
  /// The schemas refer to this definition of OpenAPI 2 and do not bring it along; written anew from
  /// the prose of that specification.
  private static final String SECURITY =
      """
      {"definitions": {"securityDefinitions": {"additionalProperties": {"oneOf": [
        {"type": "object", "required": ["type"], "properties": {"type": {"const": "basic"}}},
        {"type": "object", "required": ["type", "name", "in"],
          "properties": {"type": {"const": "apiKey"}, "in": {"enum": ["header", "query"]}}},
        {"type": "object", "required": ["type", "flow"], "properties": {"type": {"const": "oauth2"}}}
      ]}}}}
      """;

  private final Path folder;
  private final JsonSchemaFactory factory;
  private final Map<String, String> ids = new HashMap<>();

  SpecificationSchemas(String version) {
    this.folder = Shared.data("reconciliation/" + version);
    Map<String, String> texts = new HashMap<>();
    texts.put("http://swagger.io/v2/schema.json", SECURITY);
    try (Stream<Path> files = Files.list(folder.resolve("schemas"))) {
      for (Path file : files.filter(one -> !one.endsWith("openapi.json")).toList()) {
        ObjectNode schema = (ObjectNode) Json.mapper().readTree(Files.readString(file));
        // "The newest" names no dialect; they use nothing beyond draft 7.
        schema.remove("$schema");
        String id = schema.get("$id").stringValue();
        texts.put(id, schema.toString());
        ids.put(String.valueOf(file.getFileName()).replace(".json", ""), id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)));
  }

  /// What is wrong with a document; empty when it is valid.
  List<String> problems(String name, JsonNode document) {
    String id = Objects.requireNonNull(ids.get(name), name);
    return factory
        .getSchema(SchemaLocation.of(id))
        .validate(document.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /// The examples of the specification.
  ///
  /// @param state `valid` or `invalid`
  List<Path> examples(String name, String state) {
    Path examples = folder.resolve("examples").resolve(name).resolve(state);
    if (!Files.isDirectory(examples)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(examples)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Names of all schemas.
  List<String> names() {
    return ids.keySet().stream().sorted().toList();
  }
}
