package dev.rulecast.azurensg;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.Option;
import dev.rulecast.model.Platform;

/** What every exporter for Azure network security groups declares. */
public final class AzureNsgPlatform {
  /** The platform as documents name it in {@code managedBy} and {@code settings}. */
  public static final Platform PLATFORM =
      Platform.of("azure-nsg", "network security groups").withSettings(AzureNsgSettings.class);

  /**
   * Rules match TCP, UDP, ICMP, ESP, AH or every protocol, ports at both ends, and addresses; no
   * ICMP types and no programs ("Network security groups", Azure Virtual Network documentation).
   */
  public static final Capabilities CAPABILITIES =
      Capabilities.exact()
          .widening(Dimension.ICMP_TYPE, Dimension.PROGRAM)
          .withCommonProtocolsOnly();

  /** The option of every such exporter that {@link AzureNsgPlanner} takes. */
  public static final Option<DenyRest> DENY_REST =
      Option.choice(
          "denyRest",
          "Whether traffic of an endpoint that no rule is about is denied, in both directions.",
          DenyRest.class,
          DenyRest.NONE);

  private AzureNsgPlatform() {}
}
