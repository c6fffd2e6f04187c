package dev.rulecast.netappontap;

import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Traffic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Protocols that serve data. Firewall policies do not know them, and a service policy that limited
 * one for the rules' sources would cut off every other client, so they stay as the LIF has them
 * ("Configure firewall policies for LIFs"; ports: "ONTAP port usage on a storage system").
 */
enum DataProtocol {
  /** With NetBIOS. */
  SMB("SMB", "the permissions of its shares", ports(137, 139), ports(445, 445)),
  /** With portmap, mountd, lock manager, status monitor and quotas. */
  NFS(
      "NFS",
      "export policies",
      ports(111, 111),
      ports(635, 635),
      ports(2049, 2049),
      ports(4045, 4046),
      ports(4049, 4049)),
  /** Blocks over TCP. */
  ISCSI("iSCSI", "initiator groups", ports(3260, 3260)),
  /** With its discovery. */
  NVME_TCP("NVMe/TCP", "the hosts of its subsystems", ports(4420, 4420), ports(8009, 8009));

  private final String title;
  private final String governedBy;
  private final List<PortRange> ports;

  DataProtocol(String title, String governedBy, PortRange... ports) {
    this.title = title;
    this.governedBy = governedBy;
    this.ports = List.of(ports);
  }

  private static PortRange ports(int first, int last) {
    return new PortRange(first, last);
  }

  /** The protocol that all of some traffic belongs to. */
  static Optional<DataProtocol> of(Traffic traffic) {
    return traffic.ports().flatMap(DataProtocol::of);
  }

  private static Optional<DataProtocol> of(PortRange range) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.ports.stream().anyMatch(own -> own.contains(range)))
        .findFirst();
  }

  /** Why rules for it are not written, as a phrase. */
  String reason() {
    return title + " is a data protocol: " + governedBy + " govern it, not ONTAP policies";
  }
}
