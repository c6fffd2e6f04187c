package dev.rulecast.netappontap;

class Ontap98ContractTest extends OntapContract {
  Ontap98ContractTest() {
    super("9.8");
  }
}
