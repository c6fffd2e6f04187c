package dev.rulecast.azurensg;

/** Which files are written. */
enum OutputFormat {
  /** {@code azuredeploy.json}. */
  ARM,
  /** {@code main.bicep}. */
  BICEP,
  /** Both, which say the same. */
  BOTH;

  boolean hasArm() {
    return this != BICEP;
  }

  boolean hasBicep() {
    return this != ARM;
  }
}
