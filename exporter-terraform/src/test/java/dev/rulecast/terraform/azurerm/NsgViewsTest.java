package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.azurensg.ApplicationSecurityGroup;
import dev.rulecast.azurensg.NetworkSecurityGroup;
import dev.rulecast.azurensg.NsgAddresses;
import dev.rulecast.azurensg.NsgRule;
import dev.rulecast.azurensg.PrefixInput;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.azurerm.NsgView.RuleView;
import dev.rulecast.terraform.azurerm.NsgView.RulesView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NsgViewsTest {
  private static final NsgAddresses ANY = new NsgAddresses.Any();
  private static final int EXCEPTION = 999;
  private static final int ALLOW = 1_000;

  private static Endpoint endpoint(String id, String title) {
    return new Endpoint(id, title, false, List.of(), AddressSet.empty(), Set.of(), Map.of());
  }

  private static NsgRule rule(int priority, NsgAddresses source, NsgAddresses destination) {
    return new NsgRule(
        "Rule-" + priority,
        Side.OUTBOUND,
        Action.ALLOW,
        priority,
        "Tcp",
        List.of("*"),
        "443",
        source,
        destination,
        "Web",
        List.of("one reason", "another"));
  }

  private static NetworkSecurityGroup group(NsgRule... rules) {
    return new NetworkSecurityGroup(
        "nsg-web-servers",
        false,
        List.of(endpoint("web-servers", "Web \"servers\""), endpoint("app", "app")),
        List.of(),
        List.of(rules));
  }

  private static List<RulesView> parts(NsgRule... rules) {
    return NsgViews.of(group(rules), GroupOrigin.NEW).rules();
  }

  private static RuleView view(NsgAddresses source, NsgAddresses destination) {
    return parts(rule(ALLOW, source, destination)).get(0).rules().get(0);
  }

  /** Each argument as it stands in the module, but for the padding. */
  private static List<String> arguments(RuleView rule) {
    return rule.arguments().stream()
        .map(argument -> argument.text().replaceAll("\\s+", " "))
        .toList();
  }

  private static String source(NsgAddresses addresses) {
    return arguments(view(addresses, ANY)).get(7);
  }

  private static NsgAddresses input(Optional<IpFamily> family, boolean only) {
    return new NsgAddresses.Input(new PrefixInput(endpoint("head-office", "x"), family, only));
  }

  @Test
  void namesAGroupAfterItsEndpoints() {
    NsgView view = NsgViews.of(group(), GroupOrigin.NEW);
    assertThat(view.heading()).isEqualTo("web-servers: Web \"servers\", app");
    assertThat(view.name()).isEqualTo(new Code("web_servers"));
    assertThat(view.label()).isEqualTo("nsg-web-servers");
    assertThat(view.rules()).isEmpty();
  }

  @Test
  void saysInWhichGroupRulesAreThatHasAnotherNameOrExists() {
    NetworkSecurityGroup named =
        new NetworkSecurityGroup(
            "front", true, List.of(endpoint("web", "web")), List.of(), List.of());
    assertThat(NsgViews.of(named, GroupOrigin.NEW).heading()).isEqualTo("web, in the group front");
    assertThat(NsgViews.of(named, GroupOrigin.EXISTING).heading())
        .isEqualTo("web, in the existing group front");
    assertThat(NsgViews.of(group(), GroupOrigin.EXISTING).heading())
        .isEqualTo("web-servers: Web \"servers\", app, in the existing group nsg-web-servers");
  }

  @Test
  void saysWhatARuleIs() {
    RuleView view = view(ANY, new NsgAddresses.ServiceTag("Storage"));
    assertThat(view.key()).isEqualTo("Rule-1000");
    assertThat(view.comments()).containsExactly("Wider: one reason.", "Wider: another.");
    assertThat(arguments(view))
        .containsExactly(
            "description = \"Web\"",
            "priority = 1000",
            "direction = \"Outbound\"",
            "access = \"Allow\"",
            "protocol = \"Tcp\"",
            "destination_port_range = \"443\"",
            "source_port_ranges = [\"*\"]",
            "source_address_prefixes = [\"*\"]",
            "destination_address_prefixes = [\"Storage\"]");
  }

  @Test
  void writesEachKindOfEnd() {
    assertThat(source(ANY)).isEqualTo("source_address_prefixes = [\"*\"]");
    assertThat(
            source(
                new NsgAddresses.Prefixes(
                    List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("192.0.2.1/32")))))
        .isEqualTo("source_address_prefixes = [ \"10.0.0.0/8\", \"192.0.2.1/32\", ]");
    assertThat(source(new NsgAddresses.ServiceTag("Storage")))
        .isEqualTo("source_address_prefixes = [\"Storage\"]");
    assertThat(source(input(Optional.of(IpFamily.IPV6), true)))
        .isEqualTo("source_address_prefixes = values(var.head_office_addresses.ipv6)");
    assertThat(source(input(Optional.of(IpFamily.IPV4), true)))
        .isEqualTo("source_address_prefixes = values(var.head_office_addresses.ipv4)");
    assertThat(source(input(Optional.empty(), true)))
        .isEqualTo(
            "source_address_prefixes = concat(values(var.head_office_addresses.ipv4),"
                + " values(var.head_office_addresses.ipv6))");
  }

  /** Azure returns ids with fixed parts in one case; another would be a change for ever. */
  @Test
  void writesApplicationGroupsByNameOrAsAzureReturnsTheirIds() {
    ApplicationSecurityGroup named = new ApplicationSecurityGroup("asg-web");
    ApplicationSecurityGroup elsewhere =
        new ApplicationSecurityGroup(
            "/Subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/RG-data"
                + "/providers/microsoft.network/applicationsecuritygroups/asg-Data");
    assertThat(source(new NsgAddresses.ApplicationGroups(List.of(named, elsewhere))))
        .isEqualTo(
            "source_application_security_group_ids ="
                + " [data.azurerm_application_security_group.this[\"asg-web\"].id,"
                + " \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/RG-data"
                + "/providers/Microsoft.Network/applicationSecurityGroups/asg-Data\"]");
  }

  /** Terraform makes rules in any order, and where one fails the others stay. */
  @Test
  void anAllowWaitsForItsExceptions() {
    List<RulesView> parts = parts(rule(ALLOW, ANY, ANY), rule(EXCEPTION, ANY, ANY));
    assertThat(parts)
        .extracting(RulesView::name)
        .containsExactly(new Code("web_servers_denies"), new Code("web_servers_rules"));
    assertThat(parts)
        .extracting(RulesView::after)
        .containsExactly(List.of(), List.of(new Code("web_servers_denies")));
    assertThat(parts.get(0).rules()).extracting(RuleView::key).containsExactly("Rule-999");
    assertThat(parts.get(1).rules()).extracting(RuleView::key).containsExactly("Rule-1000");
  }

  @Test
  void nothingWaitsWhereThereAreNoExceptionsOrNothingElse() {
    List<RulesView> allows = parts(rule(ALLOW, ANY, ANY));
    assertThat(allows).extracting(RulesView::name).containsExactly(new Code("web_servers_rules"));
    assertThat(allows.get(0).after()).isEmpty();
    assertThat(parts(rule(EXCEPTION, ANY, ANY)))
        .extracting(RulesView::name)
        .containsExactly(new Code("web_servers_denies"));
  }

  /** So that nothing uses a group before it has all its rules. */
  @Test
  void theOutputOfAGroupNamesAllItsRules() {
    NsgOutputView output = NsgViews.output(group(rule(EXCEPTION, ANY, ANY), rule(ALLOW, ANY, ANY)));
    assertThat(output)
        .isEqualTo(
            new NsgOutputView(
                new Code("web_servers"),
                "nsg-web-servers",
                List.of(new Code("web_servers_denies"), new Code("web_servers_rules"))));
  }

  @ParameterizedTest
  @CsvSource({
    "either, either, true",
    "either, IPV4, false",
    "IPV4, either, false",
    "either, none, false",
    "none, either, false",
    "none, none, false",
  })
  void bothEndsNeedOneFamilyWhereTheCallerDecidesOfBoth(
      String source, String destination, boolean needed) {
    assertThat(parts(rule(ALLOW, end(source), end(destination))).get(0).needOneFamily())
        .isEqualTo(needed);
  }

  private static NsgAddresses end(String end) {
    return switch (end) {
      case "none" -> ANY;
      case "either" -> input(Optional.empty(), true);
      default -> input(Optional.of(IpFamily.valueOf(end)), true);
    };
  }

  @Test
  void aRuleMayBeEmptyWhereAnEndHasAnInputForEachFamily() {
    NsgAddresses alone = input(Optional.of(IpFamily.IPV4), true);
    NsgAddresses oneOfTwo = input(Optional.of(IpFamily.IPV4), false);
    assertThat(parts(rule(ALLOW, alone, ANY)).get(0).mayBeEmpty()).isFalse();
    assertThat(parts(rule(ALLOW, oneOfTwo, ANY)).get(0).mayBeEmpty()).isTrue();
    assertThat(parts(rule(ALLOW, ANY, oneOfTwo)).get(0).mayBeEmpty()).isTrue();
    assertThat(parts(rule(ALLOW, ANY, ANY), rule(ALLOW + 1, ANY, oneOfTwo)).get(0).mayBeEmpty())
        .isTrue();
  }
}
