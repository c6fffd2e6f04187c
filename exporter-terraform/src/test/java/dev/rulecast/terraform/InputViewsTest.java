package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.InputView.ConditionView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputViewsTest {
  private static final Set<IpFamily> IPV4 = Set.of(IpFamily.IPV4);
  private static final Set<IpFamily> IPV6 = Set.of(IpFamily.IPV6);
  private static final Set<IpFamily> BOTH = Set.of(IpFamily.IPV4, IpFamily.IPV6);

  private static InputView view(String title, List<String> fqdns, List<Set<IpFamily>> needs) {
    Endpoint endpoint =
        new Endpoint("my-partner", title, true, fqdns, AddressSet.empty(), Set.of(), Map.of());
    return InputViews.of(new InputNeeds(endpoint, needs));
  }

  private static List<String> conditions(List<Set<IpFamily>> needs) {
    return view("x", List.of(), needs).conditions().stream()
        .map(condition -> condition.expression().text().replace("var.my_partner_addresses.", ""))
        .toList();
  }

  @Test
  void describesTheEndpoint() {
    InputView view = view("The ${partner}", List.of("a.example.com", "*.b.example.com"), List.of());
    assertThat(view.name()).isEqualTo(new Code("my_partner"));
    assertThat(view.endpoint()).isEqualTo("my-partner");
    assertThat(view.description())
        .isEqualTo(
            "Addresses of my-partner (The ${partner}) in CIDR notation, each under a label of your"
                + " choice. Host names: a.example.com, *.b.example.com.");
    assertThat(view("my-partner", List.of(), List.of()).description())
        .isEqualTo("Addresses of my-partner in CIDR notation, each under a label of your choice.");
  }

  @Test
  void requiresWhatARuleNeeds() {
    assertThat(conditions(List.of(BOTH))).containsExactly("length(ipv4) + length(ipv6) > 0");
    assertThat(conditions(List.of(IPV4, IPV6)))
        .containsExactly("length(ipv4) > 0", "length(ipv6) > 0");
  }

  @Test
  void refusesWhatNoRuleCouldUse() {
    assertThat(conditions(List.of(IPV4))).containsExactly("length(ipv4) > 0", "length(ipv6) == 0");
    assertThat(conditions(List.of(IPV6))).containsExactly("length(ipv6) > 0", "length(ipv4) == 0");
  }

  @Test
  void saysWhatToDo() {
    assertThat(view("x", List.of(), List.of(IPV6)).conditions())
        .extracting(ConditionView::message)
        .containsExactly(
            "The my_partner_addresses value must hold at least one IPv6 address: without it a rule"
                + " would open nothing.",
            "The my_partner_addresses value must hold no IPv4 address: no rule could use it.");
  }

  @Test
  void givesAnExampleThatFulfilsTheConditions() {
    Code ipv4 = new Code("ipv4 = { primary = \"192.0.2.10/32\" }");
    Code ipv6 = new Code("ipv6 = { primary = \"2001:db8::10/128\" }");
    assertThat(view("x", List.of(), List.of(IPV4)).example()).containsExactly(ipv4);
    assertThat(view("x", List.of(), List.of(BOTH)).example()).containsExactly(ipv4);
    assertThat(view("x", List.of(), List.of(IPV6)).example()).containsExactly(ipv6);
    assertThat(view("x", List.of(), List.of(IPV6, BOTH)).example()).containsExactly(ipv6);
    assertThat(view("x", List.of(), List.of(IPV4, IPV6)).example()).containsExactly(ipv4, ipv6);
  }
}
