package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.template.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupViewsTest {
  private static Endpoint endpoint(String id, String title) {
    return new Endpoint(id, title, false, List.of(), AddressSet.empty(), Set.of(), Map.of());
  }

  private static Permission permission(Peer peer, String... widenings) {
    IpPermission https = new IpPermission("tcp", Optional.of(new IpPermission.FromTo(443, 443)));
    return new Permission("tcp-443-" + peer.key(), https, peer, "Web", List.of(widenings));
  }

  private static GroupView view(Optional<String> existing, List<Permission> ingress) {
    return GroupViews.of(
        new SecurityGroup(
            List.of(endpoint("web-servers", "Web \"servers\"")), existing, ingress, List.of()));
  }

  private static String argument(Peer peer) {
    GroupView.PermissionView view =
        view(Optional.empty(), List.of(permission(peer))).directions().get(0).permissions().get(0);
    Code last = view.arguments().get(view.arguments().size() - 1);
    return last.text().replaceAll(" +", " ");
  }

  @Test
  void namesAGroupThatTheModuleMakes() {
    GroupView view = view(Optional.empty(), List.of());
    assertThat(view.heading()).isEqualTo("web-servers: Web \"servers\"");
    assertThat(view.name()).isEqualTo(new Code("web_servers"));
    assertThat(view.label()).isEqualTo("web-servers");
    assertThat(view.created()).isTrue();
    assertThat(view.id()).isEqualTo(new Code("aws_security_group.web_servers.id"));
    assertThat(view.directions()).isEmpty();
  }

  @Test
  void namesAGroupThatExists() {
    GroupView view = view(Optional.of("sg-1a2b3c4d"), List.of());
    assertThat(view.heading())
        .isEqualTo("web-servers: Web \"servers\", in the existing group sg-1a2b3c4d");
    // No endpoint has two underscores in a row.
    assertThat(view.name()).isEqualTo(new Code("existing__sg_1a2b3c4d"));
    assertThat(view.created()).isFalse();
    assertThat(view.id()).isEqualTo(new Code("\"sg-1a2b3c4d\""));
  }

  @Test
  void writesEachKindOfPeer() {
    assertThat(argument(new Peer.Block(Cidr.parse("10.0.0.0/8"))))
        .isEqualTo("cidr_ipv4 = \"10.0.0.0/8\"");
    assertThat(argument(new Peer.Block(Cidr.parse("2001:db8::/32"))))
        .isEqualTo("cidr_ipv6 = \"2001:db8::/32\"");
    assertThat(argument(new Peer.PrefixList("pl-5e6f7a8b")))
        .isEqualTo("prefix_list_id = \"pl-5e6f7a8b\"");
    assertThat(argument(new Peer.ExistingGroup("sg-5e6f7a8b")))
        .isEqualTo("referenced_security_group_id = \"sg-5e6f7a8b\"");
    assertThat(argument(new Peer.PlannedGroup(endpoint("app-servers", "x"))))
        .isEqualTo("referenced_security_group_id = aws_security_group.app_servers.id");
  }

  @Test
  void keepsInputsApart() {
    Endpoint office = endpoint("head-office", "x");
    Set<IpFamily> both = Set.of(IpFamily.IPV4, IpFamily.IPV6);
    List<Permission> ingress =
        List.of(
            permission(new Peer.Input(office, both)),
            permission(new Peer.Input(office, Set.of(IpFamily.IPV4))),
            permission(new Peer.Input(office, Set.of(IpFamily.IPV6))));
    GroupView.DirectionView direction = view(Optional.empty(), ingress).directions().get(0);
    assertThat(direction.word()).isEqualTo(new Code("ingress"));
    assertThat(direction.permissions()).isEmpty();
    assertThat(direction.inputs())
        .extracting(input -> input.addresses().text())
        .containsExactly(
            "local.head_office_peers",
            "local.head_office_peers_ipv4",
            "local.head_office_peers_ipv6");
  }

  /** A direction without permissions has no resource. */
  @Test
  void tellsTheDirectionsApart() {
    Permission one = permission(new Peer.PrefixList("pl-5e6f7a8b"));
    Permission other = permission(new Peer.ExistingGroup("sg-5e6f7a8b"));
    List<Endpoint> endpoints = List.of(endpoint("web-servers", "x"));
    SecurityGroup both =
        new SecurityGroup(endpoints, Optional.empty(), List.of(one), List.of(other));
    assertThat(GroupViews.of(both).directions())
        .extracting(direction -> direction.word().text() + direction.permissions().get(0).key())
        .containsExactly("ingress" + one.key(), "egress" + other.key());
    SecurityGroup outbound =
        new SecurityGroup(endpoints, Optional.empty(), List.of(), List.of(other));
    assertThat(GroupViews.of(outbound).directions())
        .extracting(direction -> direction.word().text())
        .containsExactly("egress");
  }

  @Test
  void alignsAndComments() {
    Permission wide = permission(new Peer.PrefixList("pl-5e6f7a8b"), "one reason", "another");
    GroupView.PermissionView view =
        view(Optional.empty(), List.of(wide)).directions().get(0).permissions().get(0);
    assertThat(view.comments()).containsExactly("Wider: one reason.", "Wider: another.");
    assertThat(view.arguments())
        .extracting(Code::text)
        .containsExactly(
            "description    = \"Web\"",
            "ip_protocol    = \"tcp\"",
            "from_port      = 443",
            "to_port        = 443",
            "prefix_list_id = \"pl-5e6f7a8b\"");
  }
}
