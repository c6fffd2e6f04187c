package dev.rulecast.netappontap;

class Ontap82ContractTest extends OntapContract {
  Ontap82ContractTest() {
    super("8.2");
  }
}
