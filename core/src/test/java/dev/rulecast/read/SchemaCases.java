package dev.rulecast.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The documents on which the schemas and the reader have to agree. */
final class SchemaCases {
  /** Why a schema cannot judge a document, and what the reader says then. */
  enum Beyond {
    /** A name in one place and its declaration in another. */
    CROSS_REFERENCE("unknown-endpoint", "unknown-parameter"),
    /** One id in two items of a list. */
    DUPLICATE_ID("duplicate-id"),
    /** Host bits, the order of addresses, IPv6. */
    ADDRESS_ARITHMETIC("address"),
    /** 3269-3268. */
    REVERSED_RANGE("port"),
    /** A schema takes 22.0 for an integer. */
    INTEGER_WITH_FRACTION("port", "protocol", "icmp-type"),
    /** What is installed is known at run time only. */
    INSTALLED_PLATFORMS("unknown-platform"),
    /** The keys of settings are the platform's. */
    PLATFORM_SETTINGS("setting", "unknown-key", "missing-key", "empty-text", "number");

    final Set<String> ids;

    Beyond(String... ids) {
      this.ids = Set.of(ids);
    }
  }

  /** One document. */
  record Case(String name, boolean environment, JsonNode document, Optional<Beyond> beyond) {
    /**
     * What may be wrong beyond the schema all the same: a change at one place can break what stands
     * at another, and inside of settings only the platform knows.
     */
    Set<Beyond> possibly() {
      return name.contains("/settings/storage") || name.contains("/settings storage")
          ? Set.of(Beyond.CROSS_REFERENCE, Beyond.INSTALLED_PLATFORMS, Beyond.PLATFORM_SETTINGS)
          : Set.of(Beyond.CROSS_REFERENCE, Beyond.INSTALLED_PLATFORMS);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final String RULE_SET =
      """
      {"apiVersion": "rulecast/v1", "kind": "RuleSet",
       "metadata": {"name": "sample", "title": "Sample – 1", "reference": "https://example.com/ports"},
       "endpoints": {
         "client": {"title": "Client"}, "server": {},
         "cloud": {"title": "Cloud", "external": true, "fqdns": ["outlook.office365.com", "*.office.com"]}},
       "parameters": {
         "web-port": {"description": "Port of the web server", "default": [8080, "8443-8444"]},
         "any-port": {"default": "any"}, "no-port": {}},
       "rules": [
         {"id": "web", "action": "allow", "source": "client", "destination": ["server", "cloud"],
          "protocol": "tcp", "ports": [443, "8000-8080", "$web-port"], "sourcePorts": ["1024-65535"],
          "program": "C:\\\\Program Files\\\\Agent\\\\agent.exe", "purpose": "Web\\n\\tand more",
          "owner": "Ann", "ticket": "CHG-1", "notes": "none\\tyet", "expires": "2028-02-29"},
         {"id": "ping", "action": "deny", "source": ["client"], "destination": "server",
          "protocol": ["icmp", "icmpv6"], "icmpTypes": ["echo-request"], "purpose": "Ping"},
         {"id": "unreachable", "source": "client", "destination": "server", "protocol": 1,
          "icmpTypes": ["3/4", 8, "timestamp-reply"], "purpose": "Path MTU"},
         {"id": "tunnel", "source": "client", "destination": "server", "protocol": [50, "ah", 254],
          "purpose": "VPN"}],
       "predefinedRules": [
         {"id": "logs", "platform": "windows", "source": "client", "endpoint": ["server"],
          "rules": ["Remote Event Log Management (RPC)"], "purpose": "Logs"}]}
      """;

  static final String ENVIRONMENT =
      """
      {"apiVersion": "rulecast/v1", "kind": "Environment", "metadata": {"name": "production"},
       "defaults": {"managedBy": ["aws-sg", "ansible"]},
       "endpoints": {
         "client": {"addresses": ["10.0.0.0/24", "10.1.0.1", "10.2.0.1-10.2.0.9", "2001:db8::/32"],
                    "managedBy": ["ansible"],
                    "settings": {"storage": {"server": "a", "lifs": ["b"], "release": "9.13"}}},
         "server": {"addresses": ["any"], "managedBy": []}, "cloud": {}},
       "parameters": {"web-port": 8443, "any-port": ["1-1024", 5000], "no-port": "0-65535"}}
      """;

  private final List<Case> cases = new ArrayList<>();
  private boolean environment;
  private String base = RULE_SET;

  static List<Case> all() {
    SchemaCases all = new SchemaCases();
    all.common();
    all.ruleSets();
    all.environment = true;
    all.base = ENVIRONMENT;
    all.common();
    all.environments();
    return all.cases;
  }

  /** What is done to every key and item of the base document. */
  private void common() {
    add("base", Optional.empty(), root -> {});
    JsonNode root = JSON.readTree(base);
    walk(root, JsonPointer.empty());
    for (JsonNode other : wrongValues()) {
      cases.add(new Case(title("document", other), environment, other, Optional.empty()));
    }
  }

  private void walk(JsonNode node, JsonPointer path) {
    if (node instanceof ObjectNode object) {
      addOn(path, "unknown key", o -> ((ObjectNode) o).put("unknown", "x"));
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String key = entry.getKey();
        addOn(path, "without " + key, o -> ((ObjectNode) o).remove(key));
        addOn(path, "misspelt " + key, o -> rename((ObjectNode) o, key, key + "x"));
        addOn(path, "upper case " + key, o -> rename((ObjectNode) o, key, key.toUpperCase()));
        for (JsonNode wrong : wrongValues()) {
          addOn(path, title(key, wrong), o -> ((ObjectNode) o).set(key, wrong));
        }
        walk(entry.getValue(), path.appendProperty(key));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        for (JsonNode wrong : wrongValues()) {
          addOn(path, title("item " + i, wrong), o -> ((ArrayNode) o).set(index, wrong));
        }
        walk(array.get(i), path.appendIndex(i));
      }
    }
  }

  private static String title(String place, JsonNode wrong) {
    return place + " = " + wrong;
  }

  private static void rename(ObjectNode object, String from, String to) {
    object.set(to, object.remove(from));
  }

  /** Values of every type; each of them is right somewhere. */
  private static List<JsonNode> wrongValues() {
    return List.of(
        NODES.nullNode(),
        NODES.booleanNode(true),
        NODES.numberNode(7),
        NODES.numberNode(-1),
        NODES.numberNode(1.5),
        NODES.stringNode("some text"),
        NODES.stringNode(""),
        NODES.stringNode(" "),
        NODES.arrayNode(),
        NODES.arrayNode().addNull(),
        NODES.arrayNode().add(NODES.arrayNode().add(1)),
        NODES.arrayNode().add(NODES.objectNode()),
        NODES.objectNode(),
        NODES.objectNode().put("key", "value"));
  }

  private void addOn(JsonPointer path, String what, Consumer<JsonNode> change) {
    add(path + " " + what, Optional.empty(), root -> change.accept(root.at(path)));
  }

  private void add(String name, Optional<Beyond> beyond, Consumer<JsonNode> change) {
    JsonNode document = JSON.readTree(base);
    change.accept(document);
    String kind = environment ? "environment " : "rule set ";
    cases.add(new Case(kind + name, environment, document, beyond));
  }

  /** Puts values, given as JSON, at a place of the base document. */
  private void values(String pointer, Optional<Beyond> beyond, String... values) {
    JsonPointer path = JsonPointer.compile(pointer);
    for (String value : values) {
      String shown = value.length() > 60 ? value.substring(0, 60) + "… " + value.length() : value;
      add(pointer + " = " + shown, beyond, root -> put(root, path, JSON.readTree(value)));
    }
  }

  private static void put(JsonNode root, JsonPointer path, JsonNode value) {
    JsonNode parent = root.at(path.head());
    if (parent instanceof ArrayNode array) {
      array.set(path.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(path.last().getMatchingProperty(), value);
    }
  }

  private void values(String pointer, String... values) {
    values(pointer, Optional.empty(), values);
  }

  private void beyond(Beyond why, String pointer, String... values) {
    values(pointer, Optional.of(why), values);
  }

  private static String text(String text) {
    return JSON.writeValueAsString(text);
  }

  private void ruleSets() {
    ids();
    texts();
    ports("/rules/0/ports", true);
    ports("/rules/0/sourcePorts", true);
    ports("/parameters/web-port/default", false);
    protocols();
    icmp();
    others();
  }

  private void ids() {
    for (String place : List.of("/metadata/name", "/rules/0/id", "/predefinedRules/0/id")) {
      values(place, "\"a\"", "\"a1\"", "\"a-b-1\"", text("a".repeat(63)), text("a".repeat(64)));
      values(place, "\"A\"", "\"1a\"", "\"-a\"", "\"a-\"", "\"a--b\"", "\"a_b\"", "\"a b\"");
      values(
          place, "\"a.b\"", "\"..\"", "\"a/b\"", "\"ä\"", "\"a\\n\"", "\"\\na\"", "\"a\\u0000\"");
      values(place, "\"any\"", "\"all\"", "\"none\"", "\"self\"", "\"ungrouped\"", "\"any-1\"");
      values(place, "\"anything\"", "\"Any\"", "\"٣\"", "\"a１\"", "\"aK\"", "\"a\\u212a\"");
    }
    for (String map : List.of("/endpoints", "/parameters")) {
      for (String key : List.of("ok-1", "Bad", "a_b", "any", "self", "", "a\n", "a".repeat(64))) {
        addOn(
            JsonPointer.compile(map),
            "with key " + key,
            o -> ((ObjectNode) o).set(key, NODES.objectNode()));
      }
    }
    for (String place : List.of("/rules/0/source", "/rules/0/destination/0")) {
      values(place, "\"server\"", "\"any\"", "\"*\"", "\"Server\"", "\"10.0.0.1\"");
      beyond(Beyond.CROSS_REFERENCE, place, "\"servr\"", "\"client-2\"");
    }
    values("/rules/0/source", "[\"client\", \"client\"]", "[\"client\", \"server\"]", "[\"any\"]");
    beyond(Beyond.CROSS_REFERENCE, "/predefinedRules/0/endpoint", "\"nowhere\"", "[\"nowhere\"]");
    beyond(Beyond.DUPLICATE_ID, "/rules/1/id", "\"web\"", "\"logs\"");
  }

  private void texts() {
    String emoji = "😀";
    List<String> lines =
        List.of(
            "/metadata/title",
            "/metadata/reference",
            "/endpoints/client/title",
            "/parameters/web-port/description",
            "/rules/0/owner",
            "/rules/0/ticket",
            "/predefinedRules/0/rules/0");
    List<String> texts =
        List.of("/rules/0/purpose", "/rules/0/notes", "/predefinedRules/0/purpose");
    for (String place : lines) {
      values(place, "\"a\\nb\"", "\"a\\tb\"", "\"a\\n\"", "\"\\n\"");
    }
    for (String place : texts) {
      values(place, "\"a\\nb\"", "\"a\\tb\"", "\"a\\n\"", "\"\\n\"", "\"\\n\\t \"", "\"\\na\"");
    }
    for (String place : List.of(lines.get(0), lines.get(4), texts.get(0), texts.get(2))) {
      values(place, text("x".repeat(4096)), text("x".repeat(4097)));
      values(place, text(emoji.repeat(4096)), text(emoji.repeat(4097)));
      for (String space : List.of("\u00a0", "\u1680", "\u2000", "\u200a", "\u202f", "\u3000")) {
        values(place, text(space), text(" " + space), text(space + "x"));
      }
      values(place, "\"\\uFEFF\"", "\"\\uFEFFx\"", "\"\\u200B\"", "\"\\u2060\"");
      for (int c : new int[] {0, 1, 8, 0xb, 0xc, 0xd, 0xe, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f}) {
        values(place, text("a" + Character.toString(c) + "b"));
      }
      for (int c : new int[] {0x20, 0x7e, 0xa0, 0x61b, 0x61d, 0x200d, 0x2010, 0x2027, 0x202f}) {
        values(place, text("a" + Character.toString(c) + "b"));
      }
      for (int c :
          new int[] {0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069}) {
        values(place, text("a" + Character.toString(c) + "b"));
      }
      values(place, text("a\u2065b"), text("a\u206ab"), text("a\ue000b"), text("a\ufffdb"));
      values(place, "\"a\\ud800b\"", "\"\\udfff\"", "\"\\ude00\\ud83d\"", "\"\\ud83d\\ude00\"");
    }
  }

  private void ports(String place, boolean parameters) {
    values(place, "1", "65535", "[1, 65535]", "443", "[443, 443]", "\"any\"", "[\"any\", 5]");
    values(
        place, "0", "65536", "-1", "70000", "[0]", "999999999999999999999", "\"443\"", "[\"443\"]");
    values(place, "\"1-65535\"", "\"0-65535\"", "\"5-5\"", "\"1-2\"", "\"65534-65535\"");
    values(place, "\"0-1024\"", "\"0-0\"", "\"0-65536\"", "\"1-65536\"", "\"1-70000\"", "\"-1-5\"");
    values(place, "\"01-2\"", "\"1-02\"", "\"1-\"", "\"-5\"", "\"-\"", "\"1 - 2\"", "\"1-2-3\"");
    values(place, "\"ANY\"", "\"all\"", "\"*\"", "\"0x1F\"", "\"1_000\"", "\"1:30\"", "\"https\"");
    values(
        place,
        "\"any\\n\"",
        "\"1-2\\n\"",
        "\"١-٢\"",
        "\"1–2\"",
        "\"60000-60001\"",
        "\"9999-10000\"");
    values(place, "\"59999-64999\"", "\"65499-65529\"", "\"65530-65535\"", "[22.9]", "22.5");
    beyond(Beyond.REVERSED_RANGE, place, "\"2-1\"", "\"65535-1\"", "[\"3269-3268\"]");
    beyond(Beyond.INTEGER_WITH_FRACTION, place, "22.0", "[22.0]", "1e3", "[1.0E+2]");
    values(place, "\"$\"", "\"$Web\"", "\"$any\"", "\"$a--b\"", "\"$web-port \"", "\"$$web-port\"");
    if (parameters) {
      values(place, "\"$web-port\"", "[\"$web-port\", \"$any-port\"]", "\"$no-port\"");
      beyond(Beyond.CROSS_REFERENCE, place, "\"$web-prt\"", "[\"$a\", \"$b\"]");
    } else {
      values(place, "\"$web-port\"", "[\"$any-port\"]");
    }
  }

  private void protocols() {
    String[] names = {
      "icmp", "icmpv6", "esp", "ah", "gre", "any", "TCP", "Any", "tpc", "", "6", "*"
    };
    for (String name : names) {
      values("/rules/3/protocol", text(name), "[" + text(name) + "]");
      values("/rules/0/protocol", text(name), "[\"tcp\", " + text(name) + "]");
    }
    values("/rules/0/protocol", "\"udp\"", "6", "17", "[6, 17]", "[\"tcp\", 6]", "[6, 1]", "50");
    values("/rules/3/protocol", "\"tcp\"", "6", "17", "[\"udp\", \"esp\"]", "[17, 50]", "\"udp\"");
    for (String number : List.of("0", "1", "2", "254", "255", "256", "-1", "1e9", "2.5", "[0]")) {
      values("/rules/3/protocol", number);
    }
    beyond(Beyond.INTEGER_WITH_FRACTION, "/rules/3/protocol", "50.0", "[51.0]");
    beyond(Beyond.INTEGER_WITH_FRACTION, "/rules/0/protocol", "6.0", "[\"tcp\", 17.0]");
  }

  private void icmp() {
    String types = "/rules/%d/icmpTypes";
    String[] names = {
      "echo-request",
      "echo-reply",
      "redirect",
      "time-exceeded",
      "parameter-problem",
      "destination-unreachable",
      "router-advertisement",
      "router-solicitation",
      "timestamp-request",
      "timestamp-reply",
      "packet-too-big",
      "neighbor-solicitation",
      "neighbor-advertisement",
      "Echo-Request",
      "ping",
      "any",
      ""
    };
    String[] others = {
      "8",
      "\"8\"",
      "0",
      "255",
      "\"255/255\"",
      "\"0/0\"",
      "256",
      "-1",
      "\"256\"",
      "\"3/256\"",
      "\"3/\"",
      "\"/3\"",
      "\"08\"",
      "\"3/04\"",
      "\"3/4/5\"",
      "\"3 / 4\"",
      "\"8\\n\"",
      "8.5",
      "[\"echo-request\", 3]"
    };
    for (int rule : new int[] {0, 1, 2, 3}) {
      String place = types.formatted(rule);
      for (String name : names) {
        values(place, text(name), "[" + text(name) + "]");
      }
      values(place, others);
    }
    for (String six : List.of("58", "\"icmpv6\"", "[58]", "[\"icmpv6\", 58]")) {
      add(
          "protocol " + six + " with types",
          Optional.empty(),
          root -> {
            put(root, JsonPointer.compile("/rules/2/protocol"), JSON.readTree(six));
            put(
                root,
                JsonPointer.compile("/rules/2/icmpTypes"),
                JSON.readTree("[\"packet-too-big\", 5]"));
          });
    }
    values(
        "/rules/2/protocol",
        "[1, \"icmp\"]",
        "[1, 58]",
        "58",
        "[1, \"tcp\"]",
        "\"esp\"",
        "\"any\"");
    beyond(Beyond.INTEGER_WITH_FRACTION, types.formatted(2), "8.0", "[8.0]");
  }

  private void others() {
    values("/rules/0/action", "\"deny\"", "\"Deny\"", "\"drop\"", "\"reject\"", "\"\"");
    values("/predefinedRules/0/platform", "\"Windows\"", "\"linux\"", "\"ansible\"");
    values(
        "/rules/0/expires", "\"2027-01-31\"", "\"2027-02-28\"", "\"2028-02-29\"", "\"2000-02-29\"");
    values(
        "/rules/0/expires", "\"2027-02-29\"", "\"1900-02-29\"", "\"2027-02-30\"", "\"2027-04-31\"");
    values(
        "/rules/0/expires", "\"2027-13-01\"", "\"2027-00-01\"", "\"2027-01-00\"", "\"2027-01-32\"");
    values(
        "/rules/0/expires",
        "\"2027-1-31\"",
        "\"2027-01-31T00:00:00Z\"",
        "\"20270131\"",
        "\"today\"");
    values(
        "/rules/0/expires",
        "\"2027-01-31\\n\"",
        "\" 2027-01-31\"",
        "\"+2027-01-31\"",
        "\"٢027-01-31\"");
    String[] paths = {
      "C:\\a.exe",
      "c:\\a",
      "%ProgramFiles%\\A\\a.exe",
      "%ProgramFiles(x86)%\\a",
      "%A_1%\\a",
      "C:\\ä\\ö.exe",
      "C:\\a b\\c d.exe",
      "C:\\.a\\..b",
      "C:\\a.\\b",
      "C:\\100%\\a",
      "a.exe",
      "C:",
      "C:\\",
      "C:\\a\\",
      "C:a.exe",
      "C:/a.exe",
      "\\\\s\\a.exe",
      "CC:\\a",
      "1:\\a",
      "%%\\a",
      "%1%\\a",
      "%A\\a",
      "A%\\a",
      "C:\\a\\\\b",
      "C:\\\\a",
      "C:\\..\\a",
      "C:\\a\\.",
      "C:\\a\\..",
      "C:\\a<b",
      "C:\\a>b",
      "C:\\a:b",
      "C:\\a\"b",
      "C:\\a|b",
      "C:\\a?b",
      "C:\\a*b",
      "C:\\a\nb",
      "C:\\a\tb",
      "C:\\a\n",
      "C:\\a\u202eb",
      "",
      " ",
      "any",
      "System"
    };
    for (String path : paths) {
      values("/rules/0/program", text(path));
    }
    values("/rules/0/program", text("C:\\" + "a".repeat(257)), text("C:\\" + "a".repeat(258)));
    values("/rules/0/program", text("C:\\" + "😀".repeat(257)), text("C:\\" + "😀".repeat(258)));
    String[] hosts = {
      "a.b",
      "A.B",
      "a-b.c-d",
      "1.a",
      "a.1a",
      "*.a.b",
      "a".repeat(63) + ".b",
      "xn--a.de",
      "a.b.c.d.e",
      "a",
      "*",
      "*.a",
      "a.*",
      "*a.b",
      "a.b.",
      ".a.b",
      "a..b",
      "-a.b",
      "a-.b",
      "a.-b",
      "a_b.c",
      "a b.c",
      "a.b\n",
      "ä.de",
      "a.1",
      "10.0.0.1",
      "*.1",
      "a".repeat(64) + ".b",
      "a.b:80",
      "http://a.b",
      "a.b/c",
      "",
      "*.*.a.b",
      ("a".repeat(50) + ".").repeat(4) + "a".repeat(49),
      ("a".repeat(50) + ".").repeat(4) + "a".repeat(50),
      "*." + ("a".repeat(50) + ".").repeat(4) + "a".repeat(49),
      "*." + ("a".repeat(50) + ".").repeat(4) + "a".repeat(50)
    };
    for (String host : hosts) {
      values("/endpoints/cloud/fqdns", "[" + text(host) + "]");
    }
    values("/apiVersion", "\"rulecast/v2\"", "\"rulecast/V1\"", "\"v1\"", "1");
    values("/kind", "\"Environment\"", "\"ruleset\"", "\"RuleSets\"", "\"\"");
    values("/endpoints", "{}");
    add(
        "without rules and predefined rules",
        Optional.empty(),
        root -> {
          ((ObjectNode) root).remove("rules");
          ((ObjectNode) root).remove("predefinedRules");
        });
  }

  private void environments() {
    values("/metadata/name", "\"a-1\"", "\"A\"", "\"any\"", "\"a--b\"", text("a".repeat(64)));
    values("/apiVersion", "\"rulecast/v2\"");
    values("/kind", "\"RuleSet\"", "\"environment\"");
    ports("/parameters/web-port", false);
    for (String key : List.of("ok-1", "Bad", "any", "", "a\n", "a".repeat(64))) {
      addOn(
          JsonPointer.compile("/endpoints"),
          "with key " + key,
          o -> ((ObjectNode) o).set(key, NODES.objectNode()));
      addOn(
          JsonPointer.compile("/parameters"), "with key " + key, o -> ((ObjectNode) o).put(key, 1));
    }
    String place = "/endpoints/client/addresses";
    values(place, "[\"0.0.0.0/0\"]", "[\"::/0\"]", "[\"255.255.255.255\"]", "[\"10.0.0.0/8\"]");
    values(
        place,
        "[\"10.0.0.1/32\"]",
        "[\"::1/128\"]",
        "[\"::\"]",
        "[\"::1-::2\"]",
        "[\"1::2:3/128\"]");
    values(place, "[\"2001:DB8::1\"]", "[\"10.0.0.1\", \"10.0.0.1\"]");
    values(
        place,
        "[\"any\"]",
        "[\"any\", \"10.0.0.1\"]",
        "[\"any\", \"any\"]",
        "\"any\"",
        "[\"Any\"]");
    values(
        place,
        "[\"*\"]",
        "[\"10.0.0.256\"]",
        "[\"10.0.0\"]",
        "[\"10.0.0.0.0\"]",
        "[\"010.0.0.1\"]");
    values(
        place,
        "[\"10.0.0.0/33\"]",
        "[\"10.0.0.0/08\"]",
        "[\"10.0.0.0/\"]",
        "[\"/8\"]",
        "[\"::/129\"]");
    values(
        place,
        "[\"10.0.0.0/255.0.0.0\"]",
        "[\"host.example.com\"]",
        "[\" 10.0.0.1\"]",
        "[\"10.0.0.1 \"]");
    values(
        place,
        "[\"10.0.0.1-\"]",
        "[\"-10.0.0.1\"]",
        "[\"10.0.0.1-::1\"]",
        "[\"10.0.0.0/24-10.0.1.0/24\"]");
    values(
        place,
        "[\"fe80::1%eth0\"]",
        "[\"[::1]\"]",
        "[\"10.0.0.1:443\"]",
        "[\"10.0.0.1\\n\"]",
        "[\"１0.0.0.1\"]");
    values(place, "[167772161]", "[10.1]", "[\"\"]", "[\"g::1\"]", "[\"1\"]", "[\"0x0a000001\"]");
    beyond(
        Beyond.ADDRESS_ARITHMETIC,
        place,
        "[\"10.0.0.1/24\"]",
        "[\"::ffff:10.0.0.1\"]",
        "[\"::ffff:a00:0/104\"]",
        "[\"10.0.0.1/0\"]",
        "[\"2001:db8::1/64\"]");
    beyond(
        Beyond.ADDRESS_ARITHMETIC,
        place,
        "[\"10.0.0.9-10.0.0.1\"]",
        "[\"::2-::1\"]",
        "[\"1::2::3\"]");
    beyond(Beyond.ADDRESS_ARITHMETIC, place, "[\"1:2:3\"]", "[\"12345::\"]", "[\":\"]");

    for (String list : List.of("/endpoints/client/managedBy", "/defaults/managedBy")) {
      values(
          list,
          "[]",
          "[\"storage\"]",
          "[\"aws-sg\", \"aws-sg\"]",
          "\"ansible\"",
          "[\"AWS\"]",
          "[\"aws_sg\"]");
      beyond(Beyond.INSTALLED_PLATFORMS, list, "[\"terraform\"]", "[\"aws\"]");
    }
    String settings = "/endpoints/client/settings";
    values(
        settings,
        "{}",
        "{\"storage\": []}",
        "{\"storage\": \"x\"}",
        "{\"Storage\": {}}",
        "{\"\": {}}");
    beyond(Beyond.INSTALLED_PLATFORMS, settings, "{\"terraform\": {}}");
    beyond(Beyond.PLATFORM_SETTINGS, settings, "{\"ansible\": {}}", "{\"storage\": {}}");
    beyond(
        Beyond.PLATFORM_SETTINGS,
        settings,
        "{\"storage\": {\"server\": 5, \"lifs\": [], \"x\": 1}}");
  }
}
