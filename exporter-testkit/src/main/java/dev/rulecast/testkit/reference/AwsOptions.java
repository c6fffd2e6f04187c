package dev.rulecast.testkit.reference;

import java.util.List;
import java.util.Map;

/**
 * What, besides the documents, decides the permissions of security groups.
 *
 * @param groupsFirst whether a peer with a group and with addresses is referred to by its group
 * @param inputs what the caller of the output gives for unbound endpoints, by endpoint: CIDRs, or
 *     the ids of prefix lists, {@code pl-…}
 */
public record AwsOptions(boolean groupsFirst, Map<String, List<String>> inputs) {
  /** Addresses before groups, and no inputs. */
  public static AwsOptions defaults() {
    return new AwsOptions(false, Map.of());
  }

  /** The same with groups before addresses. */
  public AwsOptions withGroupsFirst() {
    return new AwsOptions(true, inputs);
  }

  /** The same with inputs. */
  public AwsOptions withInputs(Map<String, List<String>> given) {
    return new AwsOptions(groupsFirst, Map.copyOf(given));
  }
}
