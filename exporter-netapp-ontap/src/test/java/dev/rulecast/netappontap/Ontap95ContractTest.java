package dev.rulecast.netappontap;

class Ontap95ContractTest extends OntapContract {
  Ontap95ContractTest() {
    super("9.5");
  }
}
