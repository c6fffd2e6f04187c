package dev.rulecast.awssg;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.Optional;

/**
 * What an environment can say of an endpoint under {@code settings: {aws-sg: …}}.
 *
 * @param securityGroup an existing group, {@code sg-…}: rules are added to it instead of to a new
 *     group, and it stands for the endpoint in the rules of others
 * @param prefixList a prefix list, {@code pl-…}, that stands for the endpoint in the rules of
 *     others
 */
public record AwsSgSettings(Optional<String> securityGroup, Optional<String> prefixList) {
  /**
   * Refuses ids that EC2 could not have given out: {@code sg-} or {@code pl-} and 8 or 17
   * hexadecimal digits ("Resource IDs", Amazon EC2 User Guide).
   */
  public AwsSgSettings {
    securityGroup.ifPresent(id -> requireId(id, "sg-", "security group"));
    prefixList.ifPresent(id -> requireId(id, "pl-", "prefix list"));
  }

  private static void requireId(String id, String prefix, String what) {
    String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
    boolean hexadecimal =
        digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!hexadecimal || (digits.length() != 8 && digits.length() != 17)) {
      throw new InvalidValueException(
          UserText.quote(id) + " is not the id of a " + what + ".",
          "write it as AWS shows it, such as " + prefix + "0123456789abcdef0");
    }
  }
}
