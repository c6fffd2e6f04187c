package dev.rulecast.netappontap;

import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a policy says of one service.
 *
 * @param service the service
 * @param action deny only in 8.2, and only for everybody
 * @param addresses who may use it, or may not; not empty
 * @param kept whether it is here because the present policy has it, and not for a rule
 * @param comments what is to be said of it: purposes and reservations
 */
record PolicyEntry(
    OntapService service,
    Action action,
    AddressSet addresses,
    boolean kept,
    List<String> comments) {
  PolicyEntry {
    comments = List.copyOf(comments);
    if (addresses.isEmpty()) {
      // Without addresses ONTAP would take everybody.
      throw new IllegalArgumentException("An entry has addresses.");
    }
  }

  /** The addresses as an argument, without blanks. */
  String addressList() {
    return addresses.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(","));
  }

  /** The same without what only people read. */
  PolicyEntry withoutComments() {
    return new PolicyEntry(service, action, addresses, kept, List.of());
  }
}
