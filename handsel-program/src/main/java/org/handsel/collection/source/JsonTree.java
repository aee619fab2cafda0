package org.handsel.collection.source;

import net.sf.saxon.s9api.XdmNode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Makes the tree of a JSON record: `<record>` with an element for each key. A list repeats the
/// element of its key, so that one value and several are written the same way; a list in a list
/// holds `<item>` elements. Null gives nothing, numbers stay as they were written.
///
/// Where a key is no name for an element, `_` stands for what XML does not allow, and the attribute
/// `key` has it as delivered.
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final PlainTree tree = new PlainTree();

  static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /// @throws tools.jackson.core.JacksonException when the text is not JSON
  XdmNode of(String text) {
    tree.start();
    try (JsonParser json = parser(text)) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY) {
        tree.open("record");
        array(json, "item");
        tree.close();
      } else if (token == null) {
        tree.element("record", "");
      } else {
        value(json, token, "record");
      }
      return tree.finish();
    }
  }

  private void value(JsonParser json, JsonToken token, String key) {
    switch (token) {
      case START_OBJECT -> {
        open(key);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          JsonToken value = json.nextToken();
          if (value == JsonToken.START_ARRAY) {
            array(json, name);
          } else {
            value(json, value, name);
          }
        }
        tree.close();
      }
      case START_ARRAY -> {
        open(key);
        array(json, "item");
        tree.close();
      }
      case VALUE_NULL -> {
        if (key.equals("record")) {
          tree.element("record", "");
        }
      }
      default -> {
        open(key);
        tree.text(json.getString());
        tree.close();
      }
    }
  }

  private void array(JsonParser json, String key) {
    JsonToken token;
    while ((token = json.nextToken()) != JsonToken.END_ARRAY && token != null) {
      value(json, token, key);
    }
  }

  private void open(String key) {
    String name = name(key);
    if (!name.equals(key)) {
      tree.attribute("key", key);
    }
    tree.open(name);
  }

  /// The key as the name of an element.
  static String name(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (!fits(key.charAt(i), i)) {
        return mended(key);
      }
    }
    return key.isEmpty() ? "_" : key;
  }

  private static boolean fits(char c, int place) {
    boolean letter =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || c == '_'
            || (c >= '\u00C0'
                && Character.isLetter(c)
                && c != '\u00D7'
                && c != '\u00F7'
                && !Character.isSurrogate(c)
                && c < '\uF900');
    return letter || (place > 0 && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
  }

  private static String mended(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length() && i < 200; i++) {
      char c = key.charAt(i);
      if (fits(c, 1)) {
        if (i == 0 && !fits(c, 0)) {
          name.append('_');
        }
        name.append(c);
      } else {
        name.append('_');
      }
    }
    return name.toString();
  }
}
