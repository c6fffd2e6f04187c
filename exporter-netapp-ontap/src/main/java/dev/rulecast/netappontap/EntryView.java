package dev.rulecast.netappontap;

/**
 * A row of the README's table of services. Public, since templates read it.
 *
 * @param service its name in commands
 * @param ports what it listens on
 * @param policy the kind of policy
 * @param addresses who may use it
 * @param why whether rules open it, or it is kept
 */
public record EntryView(
    String service, String ports, String policy, String addresses, String why) {}
