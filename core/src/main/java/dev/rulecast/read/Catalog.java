package dev.rulecast.read;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rule sets on the class path. A jar brings some by listing their names, one a line, in the
 * resource {@value #INDEX}; the document {@code NAME} is the resource {@code NAME.yaml} beside it.
 */
public final class Catalog {
  /** The resource that lists the rule sets of a jar. */
  public static final String INDEX = "META-INF/rulecast/catalog/index";

  private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final Pattern NAME = Pattern.compile(WORD + "(/" + WORD + ")*");

  private final SortedMap<String, URL> documents;

  private Catalog(SortedMap<String, URL> documents) {
    this.documents = documents;
  }

  /**
   * The rule sets that a class loader sees.
   *
   * @throws IOException if an index cannot be read, holds something else than names, or names a
   *     rule set that another index has named
   */
  public static Catalog of(ClassLoader loader) throws IOException {
    SortedMap<String, URL> documents = new TreeMap<>();
    for (URL index : Collections.list(loader.getResources(INDEX))) {
      for (String name : names(index)) {
        URL document = new URL(index, name + ".yaml");
        URL other = documents.putIfAbsent(name, document);
        if (other != null) {
          throw new IOException(
              "The catalog has the rule set %s twice: %s and %s".formatted(name, other, document));
        }
      }
    }
    return new Catalog(documents);
  }

  private static List<String> names(URL index) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(index), StandardCharsets.UTF_8))) {
      List<String> names = lines.lines().filter(line -> !line.isBlank()).toList();
      for (String name : names) {
        if (!NAME.matcher(name).matches()) {
          throw new IOException("%s: `%s` is not a name of a rule set".formatted(index, name));
        }
      }
      return names;
    }
  }

  /** The names, such as {@code netwrix-auditor/logon-activity}, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(documents.keySet());
  }

  /**
   * Opens the document of a name; the caller closes it.
   *
   * @throws FileNotFoundException if there is no such rule set
   */
  public InputStream open(String name) throws IOException {
    URL document = documents.get(name);
    if (document == null) {
      throw new FileNotFoundException("The catalog has no rule set " + name + ".");
    }
    return open(document);
  }

  /** Without the cache, which would keep a jar open after the loader is closed. */
  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
