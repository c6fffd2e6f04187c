import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a rule set and its environment of a size: {@code java Shapes.java SHAPE RULES ADDRESSES DIR}.
 *
 * <p>{@code wide}: pairs of endpoints with 25 rules each, so that no group of any platform has more
 * than 50 flows. {@code deep}: four endpoints, far over the limits of most platforms. {@code parts}:
 * wide, in files of 1,000 rules. ADDRESSES is the number of addresses of each endpoint.
 */
final class Shapes {
  private static final int RULES_A_PAIR = 25;
  private static final int RULES_A_FILE = 1_000;

  private final boolean deep;
  private final int rules;
  private final int addresses;

  private Shapes(boolean deep, int rules, int addresses) {
    this.deep = deep;
    this.rules = rules;
    this.addresses = addresses;
  }

  public static void main(String[] args) throws IOException {
    String shape = args[0];
    Shapes shapes = new Shapes(shape.equals("deep"), number(args[1]), number(args[2]));
    Path dir = Files.createDirectories(Path.of(args[3]));
    shapes.environment(dir.resolve("environment.yaml"));
    Path sets = Files.createDirectories(dir.resolve("rules"));
    int size = shape.equals("parts") ? RULES_A_FILE : shapes.rules;
    for (int from = 0; from < shapes.rules; from += size) {
      shapes.ruleSet(sets, from, Math.min(from + size, shapes.rules));
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace("_", ""));
  }

  private int pair(int rule) {
    return deep ? rule % 2 : rule / RULES_A_PAIR;
  }

  private int pairs() {
    return pair(rules - 1) + 1;
  }

  private void environment(Path file) throws IOException {
    try (PrintWriter out = writer(file)) {
      out.print("apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: bench}\nendpoints:\n");
      for (int pair = 0; pair < (deep ? 2 : pairs()); pair++) {
        for (int end = 0; end < 2; end++) {
          out.print("  " + (end == 0 ? "client-" : "server-") + pair + ":\n    addresses:\n");
          for (int i = 0; i < addresses; i++) {
            out.print("      - " + address((2 * pair + end) * addresses + i) + "\n");
          }
        }
      }
    }
  }

  /** Every other address of 16.0.0.0/4 and up, so that none of them join. */
  private static String address(int i) {
    int bits = 0x1000_0000 + 2 * i;
    return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
  }

  private void ruleSet(Path dir, int from, int to) throws IOException {
    String name = "bench-" + from;
    try (PrintWriter out = writer(dir.resolve(name + ".yaml"))) {
      out.print("apiVersion: rulecast/v1\nkind: RuleSet\nmetadata: {name: " + name + "}\nendpoints:\n");
      int last = deep ? Math.min(1, pair(to - 1)) : pair(to - 1);
      for (int pair = deep ? 0 : pair(from); pair <= last; pair++) {
        out.print("  client-" + pair + ": {}\n  server-" + pair + ": {}\n");
      }
      out.print("rules:\n");
      for (int rule = from; rule < to; rule++) {
        int pair = pair(rule);
        // Every other port, so that none of them join; deep, they repeat with other source ports.
        int port = deep ? 1 + rule / 2 % 32_000 * 2 : 1_000 + rule % RULES_A_PAIR * 2;
        out.print("  - id: rule-" + rule + "\n    source: client-" + pair + "\n    destination: server-" + pair + "\n");
        out.print("    protocol: tcp\n    ports: [" + port + "]\n");
        if (deep) {
          int source = 2_000 + rule / 64_000 * 2;
          out.print("    sourcePorts: [" + source + "]\n");
        }
        out.print("    purpose: Service " + rule % 100 + " of the application\n");
      }
    }
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }
}
