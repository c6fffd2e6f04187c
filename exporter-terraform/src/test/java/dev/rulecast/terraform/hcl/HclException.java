package dev.rulecast.terraform.hcl;

/** Something that is not Terraform's language, has no value, or that this reader does not know. */
public final class HclException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HclException(String message) {
    super(message);
  }
}
