package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The values of options, with messages that no Java is needed for. Classes, because a class data
 * archive cannot hold lambdas for picocli's interfaces.
 */
final class Converters {
  private Converters() {}

  /** A day as {@code YYYY-MM-DD}. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            UserText.quote(text) + " is not a day; write it as YYYY-MM-DD");
      }
    }
  }

  /** A path. */
  static final class File implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException(
            "no file can be called " + UserText.quote(text) + ": " + e.getReason());
      }
    }
  }
}
