package dev.rulecast.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What stands below a heading; the root is the document itself. */
final class Section {
  private final int level;
  private final String title;
  private final Optional<Section> parent;
  private final int proseOfParent;
  private final long charsOfParents;
  private final List<Prose> prose = new ArrayList<>();
  private long chars;

  private Section(int level, String title, Optional<Section> parent) {
    this.level = level;
    this.title = title;
    this.parent = parent;
    this.proseOfParent = parent.map(p -> p.prose.size()).orElse(0);
    this.charsOfParents = parent.map(Section::charsSoFar).orElse(0L);
  }

  /** The whole of a document. */
  static Section root(String title) {
    return new Section(0, title, Optional.empty());
  }

  /** The part that begins with a heading behind this one. */
  Section next(int headingLevel, String heading) {
    Section above = this;
    while (above.level >= headingLevel && above.parent.isPresent()) {
      above = above.parent.get();
    }
    return new Section(headingLevel, heading, Optional.of(above));
  }

  void add(Prose text) {
    prose.add(text);
    chars += text.text().length();
  }

  /** How long the texts are that {@link #before} has for what comes next. */
  long charsSoFar() {
    return charsOfParents + chars;
  }

  String title() {
    return title;
  }

  /** Whether the title is a heading of the document, and not merely its name. */
  boolean isHeading() {
    return parent.isPresent();
  }

  int size() {
    return prose.size();
  }

  /** The first texts of this part, and before them those of the parts around it. */
  List<Prose> before(int count) {
    List<Prose> found = new ArrayList<>(parent.map(p -> p.before(proseOfParent)).orElse(List.of()));
    found.addAll(own(count));
    return found;
  }

  /** The first texts of this part alone. */
  List<Prose> own(int count) {
    return Collections.unmodifiableList(prose.subList(0, count));
  }

  /** Whether this part is the other one, or around it. */
  boolean holds(Section other) {
    Section at = other;
    while (true) {
      if (at == this) {
        return true;
      }
      if (at.parent.isEmpty()) {
        return false;
      }
      at = at.parent.get();
    }
  }
}
