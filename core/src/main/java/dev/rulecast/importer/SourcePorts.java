package dev.rulecast.importer;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds to rules the source ports that sentences above their table give. NetBIOS over UDP is left
 * out: it sends from the port that it sends to (RFC 1002, section 4.2 and 4.4), so that such a rule
 * would let nothing through.
 */
final class SourcePorts {
  private static final PortRange NETBIOS = new PortRange(137, 139);

  private final List<SourcePortSentence> sentences;

  SourcePorts(List<SourcePortSentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  /** The rule, split where a part of it has source ports and another has not. */
  List<Draft> apply(Draft draft) {
    List<Draft> drafts = List.of(draft);
    for (SourcePortSentence sentence : sentences) {
      List<Draft> next = new ArrayList<>();
      drafts.forEach(one -> next.addAll(apply(sentence, one)));
      drafts = next;
    }
    return drafts;
  }

  private static List<Draft> apply(SourcePortSentence sentence, Draft draft) {
    boolean hasPorts = draft.protocols().stream().allMatch(Protocol::hasPorts);
    if (!hasPorts || !draft.sourcePorts().isEmpty()) {
      return List.of(draft);
    }
    String machine = sentence.machine().key();
    List<EndpointName> same =
        draft.sources().stream().filter(name -> name.key().equals(machine)).toList();
    List<EndpointName> others =
        draft.sources().stream().filter(name -> !name.key().equals(machine)).toList();
    List<Draft> drafts = new ArrayList<>();
    if (!same.isEmpty()) {
      drafts.addAll(split(draft.between(same, draft.destinations()), sentence.ports()));
    }
    if (!others.isEmpty()) {
      drafts.add(draft.between(others, draft.destinations()));
    }
    return drafts;
  }

  private static List<Draft> split(Draft draft, PortRange from) {
    List<PortRange> netBios = new ArrayList<>();
    List<PortRange> others = new ArrayList<>();
    for (PortRange range : draft.ports()) {
      cut(range, netBios, others);
    }
    boolean udp = draft.protocols().contains(Protocol.UDP);
    if (!udp || netBios.isEmpty()) {
      return List.of(draft.from(List.of(from)));
    }
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft.with(List.of(Protocol.UDP), netBios, false));
    if (draft.protocols().contains(Protocol.TCP)) {
      drafts.add(draft.with(List.of(Protocol.TCP), netBios, false).from(List.of(from)));
    }
    if (!others.isEmpty() || draft.custom()) {
      drafts.add(draft.with(draft.protocols(), others, draft.custom()).from(List.of(from)));
    }
    return drafts;
  }

  private static void cut(PortRange range, List<PortRange> inside, List<PortRange> outside) {
    if (!range.overlaps(NETBIOS)) {
      outside.add(range);
      return;
    }
    if (range.first() < NETBIOS.first()) {
      outside.add(new PortRange(range.first(), NETBIOS.first() - 1));
    }
    inside.add(
        new PortRange(
            Math.max(range.first(), NETBIOS.first()), Math.min(range.last(), NETBIOS.last())));
    if (range.last() > NETBIOS.last()) {
      outside.add(new PortRange(NETBIOS.last() + 1, range.last()));
    }
  }
}
