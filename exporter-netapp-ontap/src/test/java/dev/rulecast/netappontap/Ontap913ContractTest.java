package dev.rulecast.netappontap;

class Ontap913ContractTest extends OntapContract {
  Ontap913ContractTest() {
    super("9.13");
  }
}
