package dev.rulecast.importer;

import java.util.List;
import java.util.Set;

/** Words of the trade that say what a port is for, and words that turn a meaning round. */
final class Trade {
  /** What listens on a port: a remark beside its number. */
  static final Set<String> SERVICES =
      Set.of(
          "http",
          "https",
          "ssl",
          "tls",
          "ssh",
          "sftp",
          "scp",
          "ftp",
          "ftps",
          "telnet",
          "ldap",
          "ldaps",
          "kerberos",
          "smb",
          "smb2",
          "smb3",
          "cifs",
          "nfs",
          "rpc",
          "rdp",
          "dns",
          "ntp",
          "snmp",
          "syslog",
          "smtp",
          "smtps",
          "imap",
          "imaps",
          "pop3",
          "winrm",
          "wmi",
          "netbios",
          "iscsi",
          "sql",
          "web",
          "rest",
          "api",
          "grpc",
          "amqp",
          "mqtt",
          "jdbc",
          "odbc",
          "vnc",
          "radius",
          "tacacs",
          "ike",
          "quic",
          "soap",
          "dcom",
          "msrpc",
          "epmap");

  /** Words behind which a remark would make a wider rule than it means. */
  private static final Set<String> TURNING =
      Set.of(
          "not",
          "no",
          "non",
          "except",
          "excepting",
          "excluding",
          "exclude",
          "but",
          "without",
          "other",
          "than",
          "above",
          "below",
          "higher",
          "lower",
          "greater",
          "less",
          "over",
          "under",
          "up",
          "until",
          "block",
          "blocked",
          "blocks",
          "deny",
          "denied",
          "closed",
          "disabled",
          "forbidden",
          "never",
          "instead",
          "odd",
          "even",
          "unless",
          "random",
          "various");

  private static final Set<String> BLOCKING =
      Set.of(
          "block",
          "blocked",
          "deny",
          "denied",
          "closed",
          "forbidden",
          "prohibited",
          "disallowed",
          "disabled",
          "reject",
          "rejected",
          "unused",
          "deprecated");

  private Trade() {}

  /** Whether one of the words turns the meaning of the others round, or narrows it. */
  static boolean turns(List<String> words) {
    return words.stream().anyMatch(TURNING::contains);
  }

  /** Whether a heading announces what is not to be opened. */
  static boolean blocks(String heading) {
    String words = " " + Words.of(heading) + " ";
    return List.of(words.strip().split(" ", -1)).stream().anyMatch(BLOCKING::contains)
        || words.contains(" not ");
  }
}
