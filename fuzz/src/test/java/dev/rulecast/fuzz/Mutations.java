package dev.rulecast.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes documents as people and programs get them wrong, and keeps most of what is right. */
final class Mutations {
  /** Values that fit somewhere, nearly fit, or are too much of something. */
  private static final List<Object> SCALARS =
      List.of(
          "any",
          "tcp",
          "udp",
          "icmp",
          "icmpv6",
          "esp",
          1,
          6,
          17,
          58,
          47,
          89,
          254,
          22,
          443,
          445,
          3389,
          65_535,
          0,
          65_536,
          -1,
          Long.MAX_VALUE,
          1e300,
          true,
          false,
          "",
          "1-65535",
          "0-65535",
          "1024-65535",
          "137-139",
          "445-22",
          "$web-port",
          "deny",
          "allow",
          "2026-01-14",
          "2026-01-15",
          "2026-02-01",
          "9999-12-31",
          "echo-request",
          "3/4",
          "redirect",
          "255/255",
          "10.0.0.0/8",
          "10.0.0.1",
          "0.0.0.0/0",
          "::/0",
          "::1",
          "2001:db8::/32",
          "10.0.0.1-10.0.0.250",
          "0.0.0.0-255.255.255.255",
          "2001:db8::1-2001:db8::ffff",
          "255.255.255.255",
          "::ffff:1.2.3.4",
          "224.0.0.1",
          "fe80::1",
          "aws-sg",
          "azure-nsg",
          "ansible",
          "netapp-ontap",
          "windows",
          "AzureActiveDirectory",
          "sg-0123456789abcdef0",
          "pl-0123456789abcdef0",
          "svm1",
          "8.2",
          "9.13",
          "9.9.1",
          "data",
          "a",
          "web-servers",
          "C:\\a\\b.exe",
          "%ProgramFiles%\\x\\y.exe",
          "*.example.com",
          "x".repeat(63),
          "x".repeat(64),
          "é".repeat(4_096),
          "${a} %{b} {{ c }} {% d %} [e] '\"`\\ # ? ; | <b>",
          "line\nfeed\ttab",
          "a: b # c",
          "on",
          "=cmd|' /C calc'!A0",
          "{{resolve:ssm:x}}");

  private final Choices choices;
  private final List<Slot> slots = new ArrayList<>();

  /** A place in a tree whose value can be changed. */
  private record Slot(Object container, Object key) {
    Object get() {
      return container instanceof Map<?, ?> map
          ? Objects.requireNonNull(map.get(key))
          : ((List<?>) container).get((Integer) key);
    }

    @SuppressWarnings("unchecked") // the trees are made of maps and lists of objects
    void set(Object value) {
      if (container instanceof Map<?, ?> map) {
        ((Map<Object, Object>) map).put(key, value);
      } else {
        ((List<Object>) container).set((Integer) key, value);
      }
    }

    @SuppressWarnings("unchecked")
    void remove() {
      if (container instanceof Map<?, ?> map) {
        map.remove(key);
      } else {
        ((List<Object>) container).remove(((Integer) key).intValue());
      }
    }
  }

  Mutations(Choices choices) {
    this.choices = choices;
  }

  /** Changes trees of maps, lists and scalars, each at least once. */
  void change(List<Object> documents) {
    int changes = 1 + choices.below(8);
    for (int i = 0; i < changes && choices.hasMore(); i++) {
      slots.clear();
      documents.forEach(this::collect);
      if (slots.isEmpty()) {
        return;
      }
      change(choices.of(slots));
    }
  }

  private void collect(Object node) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            slots.add(new Slot(map, key));
            collect(value);
          });
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        slots.add(new Slot(list, i));
        collect(list.get(i));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void change(Slot slot) {
    Object value = slot.get();
    switch (choices.below(12)) {
      case 0, 1, 2 -> slot.set(choices.of(SCALARS));
      case 3 -> slot.remove();
      case 4 -> slot.set(copy(choices.of(slots).get()));
      case 5 -> {
        Slot other = choices.of(slots);
        Object mine = copy(value);
        slot.set(copy(other.get()));
        other.set(mine);
      }
      case 6 -> {
        // Twice in its list, or as a list of two.
        if (slot.container() instanceof List<?> list) {
          ((List<Object>) list).add(copy(value));
        } else {
          slot.set(new ArrayList<>(List.of(value, copy(choices.of(slots).get()))));
        }
      }
      case 7 -> slot.set(value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value);
      case 8 -> {
        if (slot.container() instanceof Map<?, ?> map) {
          slot.remove();
          ((Map<Object, Object>) map).put(String.valueOf(choices.of(slots).key()), value);
        }
      }
      case 9 -> slot.set(value + choices.text(12));
      case 10 -> many(slot, value);
      default -> slot.set(number(value));
    }
  }

  private Object number(Object value) {
    long number = choices.number();
    return value instanceof Integer ? (Object) (int) (number & 0x1_FFFF) : number + "";
  }

  /** More of the same: ports, addresses or rules, each a little different. */
  @SuppressWarnings("unchecked")
  private void many(Slot slot, Object value) {
    int times = 2 + choices.below(60);
    if (!(slot.container() instanceof List<?> list)) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        values.add(varied(value, i));
      }
      slot.set(values);
      return;
    }
    for (int i = 0; i < times; i++) {
      ((List<Object>) list).add(varied(value, i));
    }
  }

  private static Object varied(Object value, int i) {
    if (value instanceof Integer number) {
      return number + 2 * i;
    }
    if (value instanceof String text && text.matches("[0-9.]+")) {
      return "10.9." + i + ".1";
    }
    Object copy = copy(value);
    if (copy instanceof Map<?, ?> map && map.get("id") instanceof String id) {
      @SuppressWarnings("unchecked")
      Map<Object, Object> rule = (Map<Object, Object>) map;
      rule.put("id", id + "-" + i);
      rule.computeIfPresent("ports", (key, ports) -> List.of(1_000 + 3 * i));
    }
    return copy;
  }

  /** A copy of its own, since a document has no two places that are one. */
  static Object copy(Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return node;
  }
}
