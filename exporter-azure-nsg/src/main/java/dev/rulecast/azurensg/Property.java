package dev.rulecast.azurensg;

import dev.rulecast.model.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * A property of a security rule, as the REST API knows it ({@code SecurityRulePropertiesFormat});
 * ARM templates and Bicep write the same ones.
 *
 * @param name such as {@code destinationPortRange}
 * @param value what it says
 */
record Property(String name, Value value) {
  /** What a property says. */
  sealed interface Value {
    /** A text. */
    record Text(String text) implements Value {}

    /** A number. */
    record Whole(int number) implements Value {}

    /** Several texts. */
    record Texts(List<String> texts) implements Value {}

    /** The prefixes that were given for an input. */
    record Given(PrefixInput input) implements Value {}

    /** Application security groups. */
    record Groups(List<ApplicationSecurityGroup> groups) implements Value {}
  }

  /** All of a rule's, in the order in which people write them. */
  static List<Property> of(NsgRule rule) {
    List<Property> properties = new ArrayList<>();
    properties.add(text("description", rule.description()));
    properties.add(text("protocol", rule.protocol()));
    properties.add(oneOrMore("sourcePortRange", "sourcePortRanges", rule.sourcePorts()));
    properties.add(text("destinationPortRange", rule.destinationPorts()));
    properties.add(end("source", rule.source()));
    properties.add(end("destination", rule.destination()));
    properties.add(text("access", rule.access()));
    properties.add(new Property("priority", new Value.Whole(rule.priority())));
    properties.add(text("direction", rule.direction()));
    return properties;
  }

  private static Property text(String name, String text) {
    return new Property(name, new Value.Text(text));
  }

  /**
   * One value in the singular property, several in the plural one: Azure stores a list of one as
   * the singular, and would report a change for ever.
   */
  private static Property oneOrMore(String singular, String plural, List<String> texts) {
    return texts.size() == 1
        ? text(singular, texts.get(0))
        : new Property(plural, new Value.Texts(texts));
  }

  private static Property end(String side, NsgAddresses addresses) {
    String singular = side + "AddressPrefix";
    String plural = side + "AddressPrefixes";
    if (addresses instanceof NsgAddresses.Prefixes prefixes) {
      List<String> cidrs = prefixes.cidrs().stream().map(Cidr::toString).toList();
      return oneOrMore(singular, plural, cidrs);
    }
    if (addresses instanceof NsgAddresses.ServiceTag tag) {
      return text(singular, tag.name());
    }
    if (addresses instanceof NsgAddresses.ApplicationGroups groups) {
      return new Property(side + "ApplicationSecurityGroups", new Value.Groups(groups.groups()));
    }
    if (addresses instanceof NsgAddresses.Input input) {
      return new Property(plural, new Value.Given(input.input()));
    }
    return text(singular, "*");
  }
}
