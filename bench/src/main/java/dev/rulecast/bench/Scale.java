package dev.rulecast.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Time and memory from ten rules to a million. */
final class Scale {
  private static final List<Integer> SIZES =
      List.of(10, 1_000, 10_000, 100_000, 300_000, 1_000_000);

  private static final int MANY_ADDRESSES = 50;

  /** Each of those is written out: with many, fewer rules are as much work. */
  private static final int FEWER = 10;

  /** Those that write whatever the number of groups. */
  private static final String ALL = "terraform,terraform-azurerm,ansible";

  private final ScaleTable table;
  private final PrintStream out;
  private final int limit;

  Scale(Distribution distribution, int limit, PrintStream out) {
    this.table = new ScaleTable(distribution, out);
    this.limit = limit;
    this.out = out;
  }

  /** One shape, in all sizes. */
  void measure(Shape shape) throws IOException {
    String name = shape.name().toLowerCase(Locale.ROOT);
    out.println("\n## Scale: " + name + "\n");
    table.head();
    for (int rules : SIZES) {
      if (rules <= limit) {
        measure(name, 1, Documents.of(shape, rules, 1));
      }
    }
    for (int rules : SIZES) {
      if (rules <= limit / FEWER) {
        measure(name, MANY_ADDRESSES, Documents.of(shape, rules, MANY_ADDRESSES));
      }
    }
  }

  /** The targets that take only so many resources, each near its limit. */
  void templates() throws IOException {
    out.println("\n## Templates\n");
    table.head();
    // 250 pairs are the 500 resources of CloudFormation, 400 pairs the 800 of ARM.
    export("250 pairs", Documents.of(1_000, 4, 1), "aws-sg");
    export("400 pairs", Documents.of(1_600, 4, 1), "azure-nsg");
  }

  private void measure(String name, int addresses, Documents documents) throws IOException {
    ScaleTable.Case one = table.bareParse(name, addresses, documents);
    table.validate(one);
    table.export(one, "terraform");
    table.export(one, ALL);
    Folders.delete(documents.folder());
  }

  private void export(String name, Documents documents, String target) throws IOException {
    ScaleTable.Case one = table.bareParse(name, 1, documents);
    table.validate(one);
    table.export(one, target);
  }

  /** One rule that multiplies. */
  void product() throws IOException {
    out.println("\n## A rule of 50 sources, 50 destinations and 40 ranges\n");
    table.head();
    Documents documents = Documents.product();
    ScaleTable.Case one = table.bareParse("product", 1, documents);
    table.validate(one);
    StringBuilder said = new StringBuilder();
    for (String target :
        List.of("terraform", "aws-sg", "azure-nsg", "terraform-azurerm", "ansible")) {
      Processes.Run run = table.export(one, target);
      run.err().lines().findFirst().ifPresent(line -> said.append("    " + line + "\n"));
    }
    out.println("\nThe first lines of messages:\n\n" + said);
  }
}
