package dev.rulecast.netappontap;

import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Traffic;
import java.util.List;
import java.util.Optional;

/**
 * A protocol that serves data. Firewall policies do not know it, and a service policy that limited
 * it to the sources of rules would cut off every other client, so it stays as the LIF has it
 * ("Configure firewall policies for LIFs"; ports: "ONTAP port usage on a storage system").
 *
 * @param title what people call it
 * @param governedBy what says who may use it, in the plural
 * @param ports what it listens on, TCP or UDP
 */
record DataProtocol(String title, String governedBy, List<PortRange> ports) {
  private static final List<DataProtocol> ALL =
      List.of(
          // With NetBIOS.
          of("SMB", "the permissions of its shares", port(137, 139), port(445, 445)),
          // With portmap, mountd, lock manager, status monitor and quotas.
          of(
              "NFS",
              "export policies",
              port(111, 111),
              port(635, 635),
              port(2049, 2049),
              port(4045, 4046),
              port(4049, 4049)),
          of("iSCSI", "initiator groups", port(3260, 3260)),
          // With its discovery.
          of("NVMe/TCP", "the hosts of its subsystems", port(4420, 4420), port(8009, 8009)));

  private static DataProtocol of(String title, String governedBy, PortRange... ports) {
    return new DataProtocol(title, governedBy, List.of(ports));
  }

  private static PortRange port(int first, int last) {
    return new PortRange(first, last);
  }

  /** The protocol that all of some traffic belongs to. */
  static Optional<DataProtocol> of(Traffic traffic) {
    return traffic
        .ports()
        .flatMap(
            range ->
                ALL.stream()
                    .filter(protocol -> protocol.ports.stream().anyMatch(p -> p.contains(range)))
                    .findFirst());
  }

  /** Why rules for it are not written, as a phrase. */
  String reason() {
    return title + " is a data protocol: " + governedBy + " govern it, not ONTAP policies";
  }
}
