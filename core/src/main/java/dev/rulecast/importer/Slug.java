package dev.rulecast.importer;

import dev.rulecast.model.Ids;
import java.util.Locale;

/** Makes ids of names. */
final class Slug {
  /** What the letters from U+00C0 to U+017F become; a hyphen where there is no such letter. */
  private static final String[] LATIN =
      ("A A A A A A AE C E E E E I I I I D N O O O O O - O U U U U Y TH ss"
              + " a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y"
              + " A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g"
              + " H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n n N n"
              + " O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u"
              + " W w Y y Y Z z Z z Z z s")
          .split(" ", -1);

  private static final int FIRST_LATIN = 0xC0;

  private Slug() {}

  /**
   * The id of a name: its words in lower case, joined by hyphens, cut between two words.
   *
   * @param name any text
   * @param prefix what an id begins with that would begin with a digit or be empty
   * @param suffix what is added to a reserved word, and to those that are no text in YAML
   */
  static String of(String name, String prefix, String suffix) {
    StringBuilder id = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < name.length() && id.length() <= Ids.MAX_CHARS; ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      String letters = letters(c);
      if (letters.isEmpty()) {
        gap |= Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '\u2019';
        continue;
      }
      if (gap && !id.isEmpty()) {
        id.append('-');
      }
      gap = false;
      id.append(letters);
    }
    String slug = id.toString();
    if (slug.isEmpty()) {
      slug = prefix;
    } else if (slug.charAt(0) >= '0' && slug.charAt(0) <= '9') {
      slug = prefix + "-" + slug;
    }
    slug = cut(slug, Ids.MAX_CHARS);
    boolean word = Ids.RESERVED.contains(slug) || Yaml.WORDS.contains(slug);
    return word ? slug + "-" + suffix : slug;
  }

  /** The beginning of an id that has at most so many characters, and ends with a word. */
  static String cut(String id, int max) {
    if (id.length() <= max) {
      return id;
    }
    int end = id.lastIndexOf('-', max);
    String cut = id.substring(0, end > max / 2 ? end : max);
    return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
  }

  /** What a character becomes; letters that are not Latin keep their number. */
  private static String letters(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      return Character.toString(c);
    }
    if (c >= 'A' && c <= 'Z') {
      return Character.toString(c - 'A' + 'a');
    }
    if (c >= FIRST_LATIN && c < FIRST_LATIN + LATIN.length) {
      String latin = LATIN[c - FIRST_LATIN];
      return latin.equals("-") ? "" : latin.toLowerCase(Locale.ROOT);
    }
    return Character.isLetterOrDigit(c) ? "u" + Integer.toHexString(c) : "";
  }
}
