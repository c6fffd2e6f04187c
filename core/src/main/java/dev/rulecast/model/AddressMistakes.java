package dev.rulecast.model;

import static dev.rulecast.diagnostic.UserText.quote;

import java.util.Locale;

/** What is wrong with a text that should be an address, a CIDR or a range, and what to do. */
final class AddressMistakes {

  private static final String WRITE_ADDRESS = "write an address such as 192.0.2.10 or 2001:db8::1";
  private static final String WRITE_IPV4 =
      "write four numbers from 0 to 255 with dots between them, such as 192.0.2.10";
  private static final String WRITE_IPV6 =
      "write eight groups of hex digits with colons between them, or :: once for groups of zeros,"
          + " such as 2001:db8::1";

  private AddressMistakes() {}

  /** Refuses empty text, and text with a character that no address, CIDR or range has. */
  static void checkCharacters(String text) {
    if (text.isEmpty()) {
      throw new InvalidValueException("The address is empty.", WRITE_ADDRESS);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      boolean mark = c == '.' || c == ':' || c == '/' || c == '-';
      if (!digit && !mark) {
        throw strangeCharacter(text, text.codePointAt(i));
      }
    }
  }

  private static InvalidValueException strangeCharacter(String text, int character) {
    if (isWordForAll(text)) {
      return mistake(
          text, "is not one address, CIDR or range.", "for every address write any, alone");
    }
    if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
      return mistake(
          text,
          "contains white space.",
          "leave out the spaces, and write each address as an item of its own");
    }
    return knownMistake(text, character);
  }

  private static InvalidValueException knownMistake(String text, int character) {
    return switch (character) {
      case '%' ->
          mistake(
              text,
              "has a zone id, which has a meaning on one host only.",
              "leave out the % and what follows it");
      case '[', ']' -> mistake(text, "has brackets.", "write the address without brackets or port");
      case '*' -> mistake(text, "has a wildcard.", "write a CIDR such as 10.0.0.0/24");
      case ',', ';' ->
          mistake(text, "holds more than one address.", "write each address as an item of its own");
      case 'x', 'X' ->
          text.indexOf(':') < 0 && text.charAt(0) == '0'
              ? mistake(text, "is in hexadecimal notation.", WRITE_IPV4)
              : nameOrStranger(text, character);
      default -> nameOrStranger(text, character);
    };
  }

  private static boolean isWordForAll(String text) {
    return text.equalsIgnoreCase("any") || text.equalsIgnoreCase("all") || text.equals("*");
  }

  private static InvalidValueException nameOrStranger(String text, int character) {
    if (text.indexOf(':') < 0 && (Character.isLetter(character) || character == '_')) {
      return name(text);
    }
    String code = character < 0x80 ? "" : String.format(Locale.ROOT, " (U+%04X)", character);
    String shown = quote(Character.toString(character)) + code;
    if (Character.isDigit(character)) {
      return mistake(
          text, "has the digit " + shown + ", which is not ASCII.", "write the digits 0 to 9");
    }
    if (Character.getType(character) == Character.DASH_PUNCTUATION || character == '\u2212') {
      return mistake(
          text, "has the dash " + shown + ", which is not ASCII.", "write the hyphen - of ASCII");
    }
    return mistake(text, "has the character " + shown + ", which no address has.", WRITE_ADDRESS);
  }

  private static InvalidValueException name(String text) {
    return mistake(
        text,
        "is a name, not an address, and names are not resolved.",
        "write the addresses of the host");
  }

  static InvalidValueException notOneAddress(String text) {
    return mistake(text, "is not one single address.", WRITE_ADDRESS);
  }

  static InvalidValueException wrongPartCount(String address, int parts) {
    return parts == 1
        ? mistake(address, "is a bare number, not an address.", WRITE_IPV4)
        : mistake(address, "has " + parts + " decimal parts where IPv4 has 4.", WRITE_IPV4);
  }

  static InvalidValueException notDecimal(String address, String part) {
    return address.indexOf(':') < 0
        ? name(address)
        : mistake(
            address,
            "has the part " + quote(part) + ", which is not a decimal number.",
            WRITE_IPV6);
  }

  static InvalidValueException badOctet(String address, String part) {
    if (part.equals(address)) {
      return wrongPartCount(address, 1);
    }
    if (part.isEmpty()) {
      return mistake(address, "has an empty part.", WRITE_IPV4);
    }
    return part.charAt(0) == '0'
        ? mistake(
            address,
            "has the part " + quote(part) + ", which some programs read as octal.",
            "write decimal numbers without leading zeros")
        : mistake(
            address, "has the part " + quote(part) + ", which is greater than 255.", WRITE_IPV4);
  }

  static InvalidValueException singleColonAtEdge(String address) {
    return mistake(address, "begins or ends with a single colon.", WRITE_IPV6);
  }

  static InvalidValueException shortenedTwice(String address) {
    return mistake(address, "has `::` more than once.", WRITE_IPV6);
  }

  static InvalidValueException dottedPartNotLast(String address) {
    return mistake(
        address,
        "has an IPv4 part that is not at its end.",
        "write the address alone, without a port");
  }

  static InvalidValueException longGroup(String address, String group) {
    return mistake(
        address, "has the group " + quote(group) + ", which is longer than 4 digits.", WRITE_IPV6);
  }

  static InvalidValueException tooManyGroups(String address) {
    return mistake(address, "has more than 8 groups.", WRITE_IPV6);
  }

  static InvalidValueException wrongGroupCount(String address, int groups) {
    return groups == 8
        ? mistake(
            address, "has 8 groups, so that `::` has no group to stand for.", "leave out one colon")
        : mistake(
            address, "has " + groups + " of 8 groups, and no `::` for the others.", WRITE_IPV6);
  }

  static InvalidValueException mistake(String text, String whatIsWrong, String hint) {
    return new InvalidValueException(quote(text) + " " + whatIsWrong, hint);
  }
}
