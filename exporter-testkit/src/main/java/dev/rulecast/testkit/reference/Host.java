package dev.rulecast.testkit.reference;

/**
 * One end of a connection.
 *
 * @param endpoint the endpoint without known addresses that it belongs to; empty: to none
 * @param address its address; empty: unknown
 */
public record Host(String endpoint, String address) {
  /** The host that has an address, and with it belongs to every endpoint that has the address. */
  public static Host at(String address) {
    return new Host("", address);
  }

  /** Some host of an unbound endpoint. */
  public static Host of(String endpoint) {
    return new Host(endpoint, "");
  }

  boolean belongsTo(Endpoint candidate) {
    return candidate.isBound()
        ? !address.isEmpty() && candidate.addresses().contains(address)
        : candidate.id().equals(endpoint);
  }

  boolean mayHave(Family family) {
    return address.isEmpty() || Family.of(address) == family;
  }
}
