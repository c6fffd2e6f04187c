package dev.rulecast.terraform.hcl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Terraform's functions ("Functions", Terraform language), so far as modules use them. */
record Functions(Evaluator evaluator) {
  private static final Pattern CIDR = Pattern.compile("([0-9.]+|[0-9a-fA-F:]+)/([0-9]{1,3})");

  Object call(String function, List<Expression> arguments) {
    switch (function) {
      case "try":
        return firstOf(arguments);
      case "can":
        requireCount(arguments, 1);
        return can(arguments.get(0));
      default:
        return call(function, arguments.stream().map(evaluator::value).toList(), arguments.size());
    }
  }

  private Object firstOf(List<Expression> arguments) {
    HclException last = new HclException("try without arguments");
    for (Expression argument : arguments) {
      try {
        return evaluator.value(argument);
      } catch (HclException e) {
        last = e;
      }
    }
    throw last;
  }

  private boolean can(Expression argument) {
    try {
      evaluator.value(argument);
      return true;
    } catch (HclException e) {
      return false;
    }
  }

  private static void requireCount(List<?> arguments, int count) {
    if (arguments.size() != count) {
      throw new HclException("So many arguments: " + arguments.size());
    }
  }

  private static Object call(String function, List<Object> values, int count) {
    if (function.equals("merge")) {
      return merge(values);
    }
    if (function.equals("concat")) {
      List<Object> all = new ArrayList<>();
      values.forEach(list -> all.addAll(Evaluator.list(list)));
      return all;
    }
    Object first = values.isEmpty() ? Evaluator.NULL : values.get(0);
    if (count == 1) {
      return of(function, first);
    }
    if (function.equals("cidrsubnet") && count == 3) {
      if (!values.subList(1, 3).equals(List.of(0, 0))) {
        throw new HclException("Another part of a network: " + values);
      }
      return network(Evaluator.text(first));
    }
    if (function.equals("lookup") && count == 3) {
      return Evaluator.map(first).getOrDefault(Evaluator.text(values.get(1)), values.get(2));
    }
    requireCount(values, 2);
    if (function.startsWith("set")) {
      return sets(function, set(first), set(values.get(1)));
    }
    String one = Evaluator.text(first);
    String two = Evaluator.text(values.get(1));
    return switch (function) {
      case "startswith" -> one.startsWith(two);
      case "regex" -> regex(one, two);
      case "split" -> List.of(two.split(Pattern.quote(one), -1));
      default -> throw new HclException("Unknown function " + function);
    };
  }

  private static Object of(String function, Object value) {
    return switch (function) {
      case "alltrue" -> Evaluator.list(value).stream().allMatch(Evaluator::truth);
      case "keys" -> List.copyOf(Evaluator.map(value).keySet());
      case "values" -> List.copyOf(Evaluator.map(value).values());
      case "distinct" -> Evaluator.list(value).stream().distinct().toList();
      case "length" -> length(value);
      case "flatten" -> flatten(value).toList();
      case "toset" -> set(value);
      case "one" -> one(Evaluator.list(value));
      case "tonumber" -> number(Evaluator.text(value));
      case "cidrnetmask" -> netmask(Evaluator.text(value));
      default -> throw new HclException("Unknown function " + function);
    };
  }

  /** Terraform counts what people see as a character; the same as here in plain texts only. */
  private static int length(Object value) {
    if (value instanceof String text) {
      if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw new IllegalArgumentException("Not a plain text: " + text);
      }
      return text.length();
    }
    return value instanceof SortedMap<?, ?> map ? map.size() : Evaluator.list(value).size();
  }

  private static Stream<?> flatten(Object value) {
    return value instanceof Collection<?> items
        ? items.stream().flatMap(Functions::flatten)
        : Stream.of(value);
  }

  private static SortedSet<String> set(Object value) {
    SortedSet<String> set = new TreeSet<>();
    Evaluator.list(value).forEach(item -> set.add(Evaluator.text(item)));
    return set;
  }

  private static SortedSet<String> sets(
      String function, SortedSet<String> one, SortedSet<String> two) {
    switch (function) {
      case "setintersection" -> one.retainAll(two);
      case "setsubtract" -> one.removeAll(two);
      default -> throw new HclException("Unknown function " + function);
    }
    return one;
  }

  private static Object one(Collection<?> items) {
    if (items.size() > 1) {
      throw new HclException("More than one item: " + items);
    }
    return items.isEmpty() ? Evaluator.NULL : items.iterator().next();
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new HclException("Not a number: " + text);
    }
    return Integer.parseInt(text);
  }

  /** The last value of a key counts. */
  private static SortedMap<String, Object> merge(List<Object> maps) {
    SortedMap<String, Object> merged = new TreeMap<>();
    maps.forEach(map -> merged.putAll(Evaluator.map(map)));
    return merged;
  }

  /**
   * The patterns of the modules mean the same in Java as in RE2. Those with groups only stand where
   * nothing but the match counts.
   */
  private static String regex(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new HclException(text + " does not match " + pattern);
    }
    return matcher.group();
  }

  private static byte[] bytes(Matcher cidr) {
    try {
      boolean ipv4 = cidr.group(1).indexOf(':') < 0;
      byte[] bytes = InetAddress.getByName(cidr.group(1)).getAddress();
      boolean whole = !ipv4 || cidr.group(1).chars().filter(c -> c == '.').count() == 3;
      if (whole && Integer.parseInt(cidr.group(2)) <= 8 * bytes.length) {
        return bytes;
      }
    } catch (UnknownHostException e) {
      // reported below
    }
    throw new HclException("Not a network: " + cidr.group());
  }

  private static Matcher cidr(String text) {
    Matcher cidr = CIDR.matcher(text);
    if (!cidr.matches()) {
      throw new HclException("Not a network: " + text);
    }
    return cidr;
  }

  private static String netmask(String text) {
    Matcher cidr = cidr(text);
    if (bytes(cidr).length != 4) {
      throw new HclException("No netmask: " + text);
    }
    return "the netmask of " + text;
  }

  private static String network(String text) {
    Matcher cidr = cidr(text);
    byte[] bytes = bytes(cidr);
    int prefix = Integer.parseInt(cidr.group(2));
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - 8 * i));
      bytes[i] = (byte) (bytes[i] & (0xFF00 >> kept));
    }
    for (int i = 0; i < bytes.length; i += bytes.length == 4 ? 1 : 2) {
      parts.add(
          bytes.length == 4
              ? Integer.toString(bytes[i] & 0xFF)
              : Integer.toHexString((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)));
    }
    String address = String.join(bytes.length == 4 ? "." : ":", parts);
    return (bytes.length == 4 ? address : shortest(address)) + "/" + prefix;
  }

  /** RFC 5952: the first of the longest runs of two or more zeros is left out. */
  private static String shortest(String address) {
    for (int length = 8; length >= 2; length--) {
      Matcher zeros = Pattern.compile("(^|:)0(:0){" + (length - 1) + "}(:|$)").matcher(address);
      if (zeros.find()) {
        return address.substring(0, zeros.start()) + "::" + address.substring(zeros.end());
      }
    }
    return address;
  }
}
