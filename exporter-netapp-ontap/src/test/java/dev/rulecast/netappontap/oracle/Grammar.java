package dev.rulecast.netappontap.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands of a release. */
final class Grammar {
  private static final String FIREWALL = "system services firewall policy ";
  private static final String SERVICE = "network interface service-policy ";

  private final List<Form> forms = new ArrayList<>();

  /**
   * A command.
   *
   * @param words its name
   * @param required parameters that it does not go without
   * @param optional parameters that it takes too
   * @param advanced whether it needs advanced privilege
   */
  record Form(String words, Set<String> required, Set<String> optional, boolean advanced) {
    boolean takes(String parameter) {
      return required.contains(parameter) || optional.contains(parameter);
    }
  }

  Grammar(Version version) {
    admin("set", Set.of("-privilege"), Set.of("-confirmations"));
    admin("system services firewall show", Set.of(), Set.of());
    admin("network interface show", Set.of(), Set.of("-vserver", "-lif", "-fields"));
    if (version.is82()) {
      Set<String> entry = Set.of("-policy", "-service", "-action", "-ip-list");
      admin(FIREWALL + "create", entry, Set.of("-vserver"));
      admin(FIREWALL + "modify", entry, Set.of("-vserver"));
      admin(FIREWALL + "delete", Set.of("-policy", "-service"), Set.of("-vserver"));
      admin(FIREWALL + "show", Set.of(), Set.of("-policy", "-service"));
    } else {
      Set<String> entry = Set.of("-vserver", "-policy", "-service");
      admin(FIREWALL + "create", entry, Set.of("-allow-list"));
      admin(FIREWALL + "modify", entry, Set.of("-allow-list"));
      admin(FIREWALL + "delete", entry, Set.of());
      admin(FIREWALL + "show", Set.of(), Set.of("-vserver", "-policy", "-service"));
      admin(
          FIREWALL + "clone",
          Set.of("-vserver", "-policy", "-destination-policy"),
          Set.of("-destination-vserver"));
    }
    Set<String> lif = Set.of("-vserver", "-lif");
    if (!version.isFrom(906)) {
      admin("network interface modify", lif, Set.of("-firewall-policy"));
      return;
    }
    admin("network interface modify", lif, Set.of("-firewall-policy", "-service-policy"));
    Set<String> policy = Set.of("-vserver", "-policy");
    Set<String> entry = Set.of("-vserver", "-policy", "-service");
    advanced(SERVICE + "create", policy, Set.of("-services", "-allowed-addresses"));
    advanced(
        SERVICE + "clone",
        Set.of("-vserver", "-policy", "-target-vserver", "-target-policy"),
        Set.of());
    advanced(SERVICE + "add-service", entry, Set.of("-allowed-addresses"));
    advanced(
        SERVICE + "modify-service",
        Set.of("-vserver", "-policy", "-service", "-allowed-addresses"),
        Set.of());
    advanced(SERVICE + "remove-service", entry, Set.of());
    advanced(SERVICE + "delete", policy, Set.of());
    admin(SERVICE + "show", Set.of(), Set.of("-vserver", "-policy", "-services"));
  }

  private void admin(String words, Set<String> required, Set<String> optional) {
    forms.add(new Form(words, required, optional, false));
  }

  private void advanced(String words, Set<String> required, Set<String> optional) {
    forms.add(new Form(words, required, optional, true));
  }

  Optional<Form> form(String words) {
    return forms.stream().filter(form -> form.words.equals(words)).findFirst();
  }
}
