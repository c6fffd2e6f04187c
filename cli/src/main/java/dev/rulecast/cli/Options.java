package dev.rulecast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Options of the command line, and what was given for them. They are made by picocli's builders and
 * not by its annotations, which it would look for in every field at every start.
 */
final class Options {
  /** Makes what options with several values need. picocli's own looks for Groovy in every jar. */
  static final CommandLine.IFactory FACTORY = new ListFactory();

  private Options() {}

  private static final class ListFactory implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) {
      return type.cast(new ArrayList<>());
    }
  }

  /** An option that is given or not. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .initialValue(false)
        .description(description)
        .build();
  }

  /** An option with one value. */
  static OptionSpec.Builder one(Class<?> type, String label, String... names) {
    return OptionSpec.builder(names).type(type).paramLabel(label);
  }

  /** An option that may be given several times, with a value each. */
  static OptionSpec.Builder several(Class<?> type, String label, String... names) {
    return OptionSpec.builder(names).type(List.class).auxiliaryTypes(type).paramLabel(label);
  }

  /** An argument that is no option and may be left out. */
  static PositionalParamSpec.Builder argument(String label) {
    return PositionalParamSpec.builder().type(String.class).arity("0..1").paramLabel(label);
  }

  /** Arguments that are no options; at least one. */
  static PositionalParamSpec.Builder arguments(String label) {
    return PositionalParamSpec.builder()
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1..*")
        .required(true)
        .paramLabel(label);
  }

  /** Whether a {@linkplain #flag flag} was given. */
  static boolean isGiven(OptionSpec flag) {
    return flag.<Boolean>getValue();
  }

  /** The value of an option that has one, given or by default. */
  static <T> Optional<T> value(ArgSpec option) {
    return Optional.ofNullable(option.<T>getValue());
  }

  /** What was given, in its order. */
  static <T> List<T> values(ArgSpec option) {
    return Options.<List<T>>value(option).orElse(List.of());
  }
}
