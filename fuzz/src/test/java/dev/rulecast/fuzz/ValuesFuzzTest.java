package dev.rulecast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.HostNames;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.Ids;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.IpAddress;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.WindowsPaths;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Any text as each of the values that have a syntax of their own. What a parser takes, it prints in
 * a way that reads the same; and an independent opinion agrees with it.
 */
class ValuesFuzzTest {
  private static final Pattern ID = Pattern.compile("(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  @FuzzTest(maxDuration = "")
  void parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    messages(text);
    address(text);
    fixpoint(text, Cidr::parse);
    fixpoint(text, Protocol::parse);
    fixpoint(text, t -> IcmpType.parse(Protocol.ICMP, t));
    fixpoint(text, t -> IcmpType.parse(Protocol.ICMPV6, t));
    number(text);
    port(text);
    id(text);
    HostNames.isHostName(text);
    WindowsPaths.isPath(text);
    if (text.startsWith("-O ")) {
      options(text.substring(3));
    }
    addresses(text.split("[\\s,]+"));
    ports(text.split("[\\s,]+"));
  }

  /** What a parser makes of a text; nothing where it refuses it in words that can be read. */
  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (InvalidValueException e) {
      String message = Objects.requireNonNull(e.getMessage());
      Claim.that(Told.isReadable(message) && message.length() < 600, "message", message);
      e.hint().ifPresent(hint -> Claim.that(Told.isReadable(hint), "hint", hint));
      return Optional.empty();
    }
  }

  private static <T> Optional<T> fixpoint(String text, Function<String, T> parser) {
    Optional<T> parsed = parsed(text, parser);
    parsed.ifPresent(value -> Claim.equal(parser.apply(value.toString()), value, text));
    return parsed;
  }

  private static void messages(String text) {
    String quoted = UserText.quote(text);
    Claim.that(Told.isReadable(quoted), "quoted", quoted);
    Claim.that(quoted.substring(1, quoted.length() - 1).indexOf('`') < 0, "quoted", quoted);
    Claim.that(text.isBlank() || Told.isReadable(UserText.visible(text)), "visible", text);
    Suggestions.didYouMean(text, List.of("source", "destination", text));
  }

  private static void address(String text) {
    Optional<IpAddress> address = fixpoint(text, IpAddress::parse);
    boolean dotted = DOTTED.matcher(text).matches();
    if (address.isPresent() && address.get().family() == IpFamily.IPV4) {
      Claim.that(dotted, "no IPv4 address", text);
      Claim.equal(address.get().toString(), text, "IPv4 address");
    } else if (address.isPresent()) {
      Claim.that(LITERAL.matcher(text).matches(), "no IPv6 address", text);
      Claim.equal(number(address.get()), new BigInteger(1, literal(text).orElseThrow()), text);
    } else {
      Claim.that(!dotted, "an IPv4 address is refused", text);
      // Java takes more: IPv4 inside IPv6, and it forgives leading zeros.
      boolean plain = LITERAL.matcher(text).matches() && text.indexOf('.') < 0;
      boolean short4 = Pattern.matches("(:|[0-9a-fA-F]{1,4}(:|$))*", text);
      Claim.that(!plain || !short4 || literal(text).isEmpty(), "an IPv6 address is refused", text);
    }
  }

  /** The sixteen bytes that Java reads; a literal with a colon is never looked up. */
  private static Optional<byte[]> literal(String text) {
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      if (bytes.length == 4) {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return Optional.of(mapped);
      }
      return Optional.of(bytes);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static BigInteger number(IpAddress address) {
    return unsigned(address.high()).shiftLeft(64).or(unsigned(address.low()));
  }

  private static BigInteger unsigned(long number) {
    return new BigInteger(Long.toUnsignedString(number));
  }

  private static void number(String text) {
    Optional<Protocol> protocol = parsed(text, Protocol::parseNumber);
    boolean right = NUMBER.matcher(text).matches() && between(1, Integer.parseInt(text), 254);
    Claim.that(protocol.isPresent() || !right, "a protocol number is refused", text);
    protocol.ifPresent(p -> Claim.equal(p.number(), Integer.parseInt(text), "number"));
  }

  private static boolean between(int from, int number, int to) {
    return from <= number && number <= to;
  }

  private static void port(String text) {
    Optional<PortRange> range = fixpoint(text, PortRange::parse);
    boolean right = NUMBER.matcher(text).matches() && between(1, Integer.parseInt(text), 65_535);
    Claim.that(range.isPresent() || !right, "a port is refused", text);
    if (right) {
      int port = Integer.parseInt(text);
      Claim.equal(range, Optional.of(new PortRange(port, port)), "port");
    }
  }

  private static void id(String text) {
    Optional<String> id = parsed(text, Ids::require);
    boolean right = ID.matcher(text).matches() && !Ids.RESERVED.contains(text);
    Claim.that(id.isPresent() == right && Ids.isId(text) == right, "id", text);
  }

  private static void options(String text) {
    for (RuleExporter exporter : Installed.exporters().values()) {
      ExporterInfo info = exporter.info();
      Diagnostics diagnostics = new Diagnostics();
      OptionValues.parse(info, Map.of(text, text), diagnostics);
      for (Option<?> option : info.options()) {
        OptionValues.parse(info, Map.of(option.name(), text), diagnostics);
      }
      Told.check(diagnostics, new byte[0]);
    }
  }

  /** Sets of addresses against lists of pairs of numbers. */
  private static void addresses(String[] items) {
    List<IpRange> ranges = new ArrayList<>();
    for (String item : items) {
      if (ranges.size() < 20) {
        fixpoint(item, IpRange::parse).ifPresent(ranges::add);
      }
    }
    AddressSet all = AddressSet.of(ranges);
    AddressSet half = AddressSet.of(ranges.subList(0, ranges.size() / 2));
    AddressSet rest = AddressSet.of(ranges.subList(ranges.size() / 2, ranges.size()));
    Claim.that(all.contains(half) && all.contains(rest), "does not contain a part", all);
    Claim.equal(AddressSet.of(all.ranges()), all, "set of its ranges");
    List<IpRange> cidrs = all.cidrs().stream().map(Cidr::toRange).toList();
    Claim.equal(AddressSet.of(cidrs), all, "set of its CIDRs");
    for (IpRange range : ranges) {
      boolean inHalf = Numbers.in(range, ranges.subList(0, ranges.size() / 2));
      Claim.equal(half.contains(AddressSet.of(List.of(range))), inHalf, "contains " + range);
    }
    boolean overlap =
        half.ranges().stream()
            .anyMatch(a -> rest.ranges().stream().anyMatch(b -> Numbers.overlap(a, b)));
    Claim.equal(half.overlaps(rest), overlap, "overlap of " + half + " and " + rest);
    BigInteger size = Numbers.size(all.ranges());
    Claim.equal(Numbers.size(cidrs), size, "CIDRs overlap");
    Claim.equal(Numbers.unionSize(ranges), size, "addresses in " + all);
  }

  /** Ports against a set of bits. */
  private static void ports(String[] items) {
    List<PortRange> ranges = new ArrayList<>();
    BitSet bits = new BitSet();
    for (String item : items) {
      Optional<PortRange> range = parsed(item, PortRange::parse);
      range.ifPresent(r -> bits.set(r.first(), r.last() + 1));
      range.ifPresent(ranges::add);
    }
    List<PortRange> normal = PortRange.normalise(ranges);
    BitSet again = new BitSet();
    int previous = -1;
    for (PortRange range : normal) {
      Claim.that(range.first() > previous + 1, "not disjoint and apart", normal);
      again.set(range.first(), range.last() + 1);
      previous = range.last();
    }
    Claim.equal(again, bits, "ports");
  }

  /** Ranges as pairs of numbers, IPv6 behind IPv4. */
  private static final class Numbers {
    static BigInteger first(IpRange range) {
      return place(range.first());
    }

    static BigInteger end(IpRange range) {
      return place(range.last()).add(BigInteger.ONE);
    }

    private static BigInteger place(IpAddress address) {
      BigInteger family = address.family() == IpFamily.IPV4 ? BigInteger.ZERO : BigInteger.ONE;
      return family.shiftLeft(130).add(number(address));
    }

    static boolean overlap(IpRange a, IpRange b) {
      return first(a).compareTo(end(b)) < 0 && first(b).compareTo(end(a)) < 0;
    }

    static BigInteger size(List<IpRange> disjoint) {
      return disjoint.stream()
          .map(range -> end(range).subtract(first(range)))
          .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static BigInteger unionSize(List<IpRange> ranges) {
      List<IpRange> sorted = new ArrayList<>(ranges);
      sorted.sort((a, b) -> first(a).compareTo(first(b)));
      BigInteger size = BigInteger.ZERO;
      BigInteger covered = BigInteger.ZERO;
      for (IpRange range : sorted) {
        BigInteger from = first(range).max(covered);
        if (end(range).compareTo(from) > 0) {
          size = size.add(end(range).subtract(from));
          covered = end(range);
        }
      }
      return size;
    }

    /** Whether all of a range is in the union of others. */
    static boolean in(IpRange range, List<IpRange> others) {
      List<IpRange> with = new ArrayList<>(others);
      with.add(range);
      return unionSize(with).equals(unionSize(others));
    }
  }
}
