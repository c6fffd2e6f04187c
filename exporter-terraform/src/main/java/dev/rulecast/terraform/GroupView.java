package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * A security group as the template lays it out.
 *
 * @param heading what it is for
 * @param name the local name of its resources
 * @param label the readable part of its name in AWS
 * @param created whether the module makes it
 * @param id an expression for its id
 * @param directions those that have permissions
 */
public record GroupView(
    String heading,
    Code name,
    String label,
    boolean created,
    Code id,
    List<DirectionView> directions) {

  /**
   * The permissions of one direction.
   *
   * @param word {@code ingress} or {@code egress}
   * @param permissions those whose peer is known
   * @param inputs those whose peer is an input
   */
  public record DirectionView(
      Code word, List<PermissionView> permissions, List<InputPermissionView> inputs) {}

  /**
   * One permission.
   *
   * @param comments full sentences above it
   * @param key its key
   * @param arguments what describes it, aligned
   */
  public record PermissionView(List<String> comments, String key, List<Code> arguments) {}

  /**
   * A permission for each address of an input.
   *
   * @param permission the permission without its peer
   * @param addresses an expression for the map of addresses
   */
  public record InputPermissionView(PermissionView permission, Code addresses) {}
}
