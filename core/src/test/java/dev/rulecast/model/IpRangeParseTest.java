package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import inet.ipaddr.IPAddress;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may write as one item of {@code addresses:}, and what he is told otherwise. */
class IpRangeParseTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, 10.0.0.1",
    "0.0.0.0, 0.0.0.0, 0.0.0.0",
    "255.255.255.255/32, 255.255.255.255, 255.255.255.255",
    "10.0.0.0/8, 10.0.0.0, 10.255.255.255",
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
    "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "::1/128, ::1, ::1",
    "2001:DB8::/63, 2001:db8::, 2001:db8:0:1:ffff:ffff:ffff:ffff",
    "2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8::/65, 2001:db8::, 2001:db8::7fff:ffff:ffff:ffff",
    "10.0.0.1-10.0.0.9, 10.0.0.1, 10.0.0.9",
    "10.0.0.1-10.0.0.1, 10.0.0.1, 10.0.0.1",
    "0.0.0.0-255.255.255.255, 0.0.0.0, 255.255.255.255",
    "::-::1, ::, ::1",
    "1::-2::, 1::, 2::",
    "::ffff:10.0.0.0/104, ::ffff:a00:0, ::ffff:aff:ffff",
  })
  void reads(String item, String first, String last) {
    assertThat(IpRange.parse(item))
        .isEqualTo(new IpRange(IpAddress.parse(first), IpAddress.parse(last)));
  }

  /** Hints that the table below uses more than once, by the name that it gives them. */
  private static final Map<String, String> HINTS =
      Map.of(
          "ADDRESS",
          "write an address such as 192.0.2.10 or 2001:db8::1",
          "IPV4",
          "write four numbers from 0 to 255 with dots between them, such as 192.0.2.10",
          "IPV6",
          "write eight groups of hex digits with colons between them, or :: once for groups of zeros, such as 2001:db8::1",
          "PREFIX32",
          "write a prefix length from 0 to 32 after the /; 32 is the one address",
          "PREFIX128",
          "write a prefix length from 0 to 128 after the /; 128 is the one address",
          "CIDR_OR_RANGE",
          "write a CIDR such as 10.0.0.0/8, or a range between two addresses such as 10.0.0.1-10.0.0.9");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          any | `any` is not one address, CIDR or range. | for every address write any, alone
          ANY | `ANY` is not one address, CIDR or range. | for every address write any, alone
          all | `all` is not one address, CIDR or range. | for every address write any, alone
          * | `*` is not one address, CIDR or range. | for every address write any, alone
          10.0.0.* | `10.0.0.*` has a wildcard. | write a CIDR such as 10.0.0.0/24
          localhost | `localhost` is a name, not an address, and names are not resolved. | write the addresses of the host
          db.example.com | `db.example.com` is a name, not an address, and names are not resolved. | write the addresses of the host
          db-1.example.com | `db-1.example.com` is a name, not an address, and names are not resolved. | write the addresses of the host
          dead-beef | `dead` is a name, not an address, and names are not resolved. | write the addresses of the host
          cafe | `cafe` is a name, not an address, and names are not resolved. | write the addresses of the host
          cafe.example | `cafe.example` is a name, not an address, and names are not resolved. | write the addresses of the host
          dead.beef.cafe.d00d | `dead.beef.cafe.d00d` is a name, not an address, and names are not resolved. | write the addresses of the host
          my_host | `my_host` is a name, not an address, and names are not resolved. | write the addresses of the host
          münchen.de | `münchen.de` is a name, not an address, and names are not resolved. | write the addresses of the host
          10.0.0.0/255.0.0.0 | `10.0.0.0/255.0.0.0` has a netmask where a prefix length belongs. | write 10.0.0.0/8
          10.1.2.3/255.0.0.0 | `10.1.2.3/255.0.0.0` has a netmask where a prefix length belongs. | PREFIX32
          10.0.0.0/0.255.255.255 | `10.0.0.0/0.255.255.255` has a netmask where a prefix length belongs. | PREFIX32
          10.0.0.0/0.0.0.0 | `10.0.0.0/0.0.0.0` has a netmask where a prefix length belongs. | PREFIX32
          2001:db8::/ffff:ffff:: | `2001:db8::/ffff:ffff::` has a netmask where a prefix length belongs. | write 2001:db8::/32
          10.0.0.0/ | `10.0.0.0/` has no prefix length after the `/`. | PREFIX32
          /8 | `/8` has no address before the `/`. | write a CIDR such as 10.0.0.0/8
          10.0.0.0/08 | `10.0.0.0/08` has the prefix length `08`, which begins with a zero. | write the prefix length without leading zeros
          10.0.0.0/010 | `10.0.0.0/010` has the prefix length `010`, which begins with a zero. | write the prefix length without leading zeros
          10.0.0.0/33 | `10.0.0.0/33` has the prefix length `33`, which is greater than 32. | PREFIX32
          10.0.0.0/+8 | `10.0.0.0/+8` has the character `+`, which no address has. | ADDRESS
          10.0.0.0/-8 | `10.0.0.0/-8` has both `/` and `-`. | CIDR_OR_RANGE
          10.0.0.0/a | `10.0.0.0/a` has the prefix length `a`, which is not a decimal number. | PREFIX32
          10.0.0.0/8/8 | `10.0.0.0/8/8` has the prefix length `8/8`, which is not a decimal number. | PREFIX32
          10.0.0.0/99999999999 | `10.0.0.0/99999999999` has the prefix length `99999999999`, which is greater than 32. | PREFIX32
          ::/129 | `::/129` has the prefix length `129`, which is greater than 128. | PREFIX128
          10.1.2.3/8 | `10.1.2.3/8` has host bits set. | write 10.0.0.0/8, or 10.1.2.3/32 for the one address
          10.1.2.3/0 | `10.1.2.3/0` has host bits set. | write 10.1.2.3/32 for the one address; 0.0.0.0/0 is every IPv4 address
          2001:db8::1/64 | `2001:db8::1/64` has host bits set. | write 2001:db8::/64, or 2001:db8::1/128 for the one address
          0/0 | `0` is a bare number, not an address. | IPV4
          1.2.3 | `1.2.3` has 3 decimal parts where IPv4 has 4. | IPV4
          1.2.3/24 | `1.2.3` has 3 decimal parts where IPv4 has 4. | IPV4
          1.2.3.4.5 | `1.2.3.4.5` has 5 decimal parts where IPv4 has 4. | IPV4
          1..2.3 | `1..2.3` has an empty part. | IPV4
          1.2.3.4. | `1.2.3.4.` has an empty part. | IPV4
          010.0.0.1 | `010.0.0.1` has the part `010`, which some programs read as octal. | write decimal numbers without leading zeros
          1.2.3.00 | `1.2.3.00` has the part `00`, which some programs read as octal. | write decimal numbers without leading zeros
          1.2.3.256 | `1.2.3.256` has the part `256`, which is greater than 255. | IPV4
          1.2.3.99999999999999999999 | `1.2.3.99999999999999999999` has the part `99999999999999999999`, which is greater than 255. | IPV4
          0x7f000001 | `0x7f000001` is in hexadecimal notation. | IPV4
          0x7f.0.0.1 | `0x7f.0.0.1` is in hexadecimal notation. | IPV4
          2130706433 | `2130706433` is a bare number, not an address. | IPV4
          ١.١.١.١ | `١.١.١.١` has the digit `١` (U+0661), which is not ASCII. | write the digits 0 to 9
          １.1.1.1 | `１.1.1.1` has the digit `１` (U+FF11), which is not ASCII. | write the digits 0 to 9
          10.0.0.0/٨ | `10.0.0.0/٨` has the digit `٨` (U+0668), which is not ASCII. | write the digits 0 to 9
          fe80::1%eth0 | `fe80::1%eth0` has a zone id, which has a meaning on one host only. | leave out the % and what follows it
          [::1] | `[::1]` has brackets. | write the address without brackets or port
          [::1]:443 | `[::1]:443` has brackets. | write the address without brackets or port
          10.0.0.1:443 | `10.0.0.1:443` has an IPv4 part that is not at its end. | write the address alone, without a port
          1::2::3 | `1::2::3` has `::` more than once. | IPV6
          ::: | `:::` has `::` more than once. | IPV6
          :1:: | `:1::` begins or ends with a single colon. | IPV6
          1::2: | `1::2:` begins or ends with a single colon. | IPV6
          : | `:` begins or ends with a single colon. | IPV6
          1:2:3:4:5:6:7:8:9 | `1:2:3:4:5:6:7:8:9` has more than 8 groups. | IPV6
          1:2:3:4:5:6:7 | `1:2:3:4:5:6:7` has 7 of 8 groups, and no `::` for the others. | IPV6
          1:2:3:4:5:6:7::8 | `1:2:3:4:5:6:7::8` has 8 groups, so that `::` has no group to stand for. | leave out one colon
          1:2:3:4:5:6:7:1.2.3.4 | `1:2:3:4:5:6:7:1.2.3.4` has more than 8 groups. | IPV6
          00:11:22:33:44:55 | `00:11:22:33:44:55` has 6 of 8 groups, and no `::` for the others. | IPV6
          12345:: | `12345::` has the group `12345`, which is longer than 4 digits. | IPV6
          2001:db8::g | `2001:db8::g` has the character `g`, which no address has. | ADDRESS
          ::1.2.3.256 | `::1.2.3.256` has the part `256`, which is greater than 255. | IPV4
          ::1.2.3 | `::1.2.3` has 3 decimal parts where IPv4 has 4. | IPV4
          ::a.2.3.4 | `::a.2.3.4` has the part `a`, which is not a decimal number. | IPV6
          ::1.2.3.4:5 | `::1.2.3.4:5` has an IPv4 part that is not at its end. | write the address alone, without a port
          http://10.0.0.1 | `http://10.0.0.1` has the character `h`, which no address has. | ADDRESS
          10.0.0.9-10.0.0.1 | `10.0.0.9-10.0.0.1` ends before it begins. | write 10.0.0.1-10.0.0.9
          2::-1:: | `2::-1::` ends before it begins. | write 1::-2::
          10.0.0.1-::1 | `10.0.0.1-::1` mixes IPv4 and IPv6. | write one range for each family
          10.0.0.1-10 | `10` is a bare number, not an address. | IPV4
          10.0.0.1- | `10.0.0.1-` does not have one address on each side of one `-`. | write a range such as 10.0.0.1-10.0.0.9
          -10.0.0.1 | `-10.0.0.1` does not have one address on each side of one `-`. | write a range such as 10.0.0.1-10.0.0.9
          10.0.0.1--10.0.0.2 | `10.0.0.1--10.0.0.2` does not have one address on each side of one `-`. | write a range such as 10.0.0.1-10.0.0.9
          1.1.1.1-2.2.2.2-3.3.3.3 | `1.1.1.1-2.2.2.2-3.3.3.3` does not have one address on each side of one `-`. | write a range such as 10.0.0.1-10.0.0.9
          10.0.0.0/8-11.0.0.0/8 | `10.0.0.0/8-11.0.0.0/8` has both `/` and `-`. | CIDR_OR_RANGE
          10.0.0.1–10.0.0.9 | `10.0.0.1–10.0.0.9` has the dash `–` (U+2013), which is not ASCII. | write the hyphen - of ASCII
          10.0.0.1 - 10.0.0.9 | `10.0.0.1 - 10.0.0.9` contains white space. | leave out the spaces, and write each address as an item of its own
          " 10.0.0.1" | ` 10.0.0.1` contains white space. | leave out the spaces, and write each address as an item of its own
          "10.0.0.1 " | `10.0.0.1 ` contains white space. | leave out the spaces, and write each address as an item of its own
          10.0.0.1 10.0.0.2 | `10.0.0.1 10.0.0.2` contains white space. | leave out the spaces, and write each address as an item of its own
          10.0.0.1,10.0.0.2 | `10.0.0.1,10.0.0.2` holds more than one address. | write each address as an item of its own
          10.0.0.1;10.0.0.2 | `10.0.0.1;10.0.0.2` holds more than one address. | write each address as an item of its own
          10.0.0.1+ | `10.0.0.1+` has the character `+`, which no address has. | ADDRESS
          !10.0.0.1 | `!10.0.0.1` has the character `!`, which no address has. | ADDRESS
          $office | `$office` has the character `$`, which no address has. | ADDRESS
          """)
  void refuses(String item, String message, String hint) {
    assertRefused(item, message, hint(hint));
  }

  @Test
  void refusesEmptyText() {
    assertRefused("", "The address is empty.", hint("ADDRESS"));
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"0000", "0009", "000A", "001B", "00A0", "200B", "2028", "202E", "FEFF"})
  void refusesInvisibleCharacters(String code) {
    String item = "10.0.0.1" + (char) Integer.parseInt(code, 16);

    assertThat(refusal(item).getMessage()).startsWith("`10.0.0.1\\u" + code + "` ");
    assertThat(refusal(item).hint()).isPresent();
  }

  @Test
  void cutsLongTextInTheMessage() {
    assertRefused(
        "1".repeat(1_000_000),
        "`" + "1".repeat(60) + "…` is a bare number, not an address.",
        hint("IPV4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        ".",
        "-",
        "/",
        "--",
        "//",
        "::-",
        "-::",
        "::/",
        "/0",
        ":::",
        "::::",
        "1.2.3.4.",
        ".1.2.3.4",
        "1:",
        "1:2:3:4:5:6:7:8:",
        ":1:2:3:4:5:6:7:8",
        "::1:",
        "1.2.3.4::",
        "::1.2.3.4:",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6::7:8",
        "::.1.2.3",
        "::1.2.3.4.5",
        "1::-1::-1::",
        "10.0.0.0/8/8",
        "10.0.0.0/-8",
        "10.0.0.0/٨",
        "::/1e1",
        "10.0.0.0/4294967304",
        "::/::",
        "4294967297.0.0.1",
        "::18446744073709551617",
        "0/0",
        "0",
        "10/8",
        "10.0.0.0/8-10.0.0.9"
      })
  void refusesEdgesOfTheGrammar(String item) {
    InvalidValueException refusal = refusal(item);

    assertThat(refusal.getMessage()).startsWith("`").endsWith(".");
    assertThat(refusal.hint()).isPresent();
  }

  /** Changes good texts a little: whatever is still accepted must mean the same to the oracle. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  @Tag("slow")
  void acceptsNothingThatTheOracleReadsOtherwise(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    int accepted = 0;
    for (int i = 0; i < 60_000; i++) {
      String item = mutated(random);
      try {
        IpRange range = IpRange.parse(item);
        accepted++;
        assertThat(range.first()).as("seed %d: %s", seed, item).hasToString(oracleEnd(item, 0));
        assertThat(range.last()).as("seed %d: %s", seed, item).hasToString(oracleEnd(item, 1));
      } catch (InvalidValueException refused) {
        assertThat(refused.getMessage()).as("seed %d: %s", seed, item).endsWith(".");
        assertThat(refused.hint()).as("seed %d: %s", seed, item).isPresent();
      }
    }
    assertThat(accepted).as("seed %d", seed).isGreaterThan(2_000);
  }

  private static String mutated(RandomAddresses random) {
    IpFamily family = random.family();
    StringBuilder item =
        new StringBuilder(
            switch (random.below(4)) {
              case 0 -> random.address(family).toString();
              case 1 -> random.range(family).toString();
              case 2 -> Oracle.address(random.address(IpFamily.IPV6)).toIPv6().toMixedString();
              default -> random.cidr(family).toString();
            });
    String characters = "0123456789abcdefF:.:/-:.% x٣";
    for (int edits = random.below(3); edits > 0 && item.length() > 0; edits--) {
      int at = random.below(item.length());
      char character = characters.charAt(random.below(characters.length()));
      switch (random.below(3)) {
        case 0 -> item.setCharAt(at, character);
        case 1 -> item.insert(at, character);
        default -> item.deleteCharAt(at);
      }
    }
    return item.toString();
  }

  private static String oracleEnd(String item, int end) {
    int dash = item.indexOf('-');
    if (dash >= 0) {
      String side = end == 0 ? item.substring(0, dash) : item.substring(dash + 1);
      return Oracle.address(side).toCanonicalString();
    }
    IPAddress block = Oracle.address(item);
    IPAddress address = end == 0 ? block.getLower() : block.getUpper();
    return address.withoutPrefixLength().toCanonicalString();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {14})
  void readsItsOwnText(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 20_000; i++) {
      IpRange range = random.range(random.family());

      assertThat(IpRange.parse(range.toString())).as("seed %d", seed).isEqualTo(range);
    }
  }

  private static String hint(String name) {
    return HINTS.getOrDefault(name, name);
  }

  private static void assertRefused(String item, String message, String hint) {
    InvalidValueException refusal = refusal(item);

    assertThat(refusal).hasMessage(message);
    assertThat(refusal.hint()).hasValue(hint);
  }

  private static InvalidValueException refusal(String item) {
    return catchThrowableOfType(InvalidValueException.class, () -> IpRange.parse(item));
  }
}
