package dev.rulecast.fuzz;

/** Reads the insides of strings as their languages define them; refuses whatever ends or opens. */
final class Strings {
  private Strings() {}

  /** HCL native syntax specification, "Template Literals". */
  static String hcl(String inside) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      String rest = inside.substring(i);
      if (c == '\\') {
        i++;
        char escaped = inside.charAt(i);
        switch (escaped) {
          case 'n' -> text.append('\n');
          case 'r' -> text.append('\r');
          case 't' -> text.append('\t');
          case '"', '\\' -> text.append(escaped);
          case 'u' -> {
            text.append((char) Integer.parseInt(inside.substring(i + 1, i + 5), 16));
            i += 4;
          }
          default -> throw new AssertionError("HCL has no escape \\" + escaped);
        }
      } else if (rest.startsWith("$${") || rest.startsWith("%%{")) {
        text.append(c).append('{');
        i += 2;
      } else {
        Claim.that(!rest.startsWith("${") && !rest.startsWith("%{"), "a template", inside);
        refuse(c, '"', inside);
        text.append(c);
      }
    }
    return text.toString();
  }

  /** "Data types in Bicep", Microsoft Learn: strings. */
  static String bicep(String inside) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = inside.charAt(i);
        switch (escaped) {
          case 'n' -> text.append('\n');
          case 'r' -> text.append('\r');
          case 't' -> text.append('\t');
          case '\'', '\\', '$' -> text.append(escaped);
          case 'u' -> {
            int end = inside.indexOf('}', i);
            text.appendCodePoint(Integer.parseInt(inside.substring(i + 2, end), 16));
            i = end;
          }
          default -> throw new AssertionError("Bicep has no escape \\" + escaped);
        }
      } else {
        Claim.that(!inside.startsWith("${", i), "an interpolation", inside);
        refuse(c, '\'', inside);
        text.append(c);
      }
    }
    return text.toString();
  }

  private static void refuse(char c, char quote, String inside) {
    Claim.that(c != quote && c >= 0x20 && c != 0x85 && c != 0x2028 && c != 0x2029, "end", inside);
  }
}
