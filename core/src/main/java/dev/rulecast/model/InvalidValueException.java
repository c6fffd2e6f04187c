package dev.rulecast.model;

import java.util.Optional;

/**
 * A value that the user wrote is not acceptable.
 *
 * <p>The message is one full sentence for the user, with the offending text in backticks. The
 * exception carries no stack trace, because the mistake is in a document and not in the program.
 */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final String hint;

  /**
   * A mistake with advice.
   *
   * @param message what is wrong, as one full sentence; text of the user's is quoted
   * @param hint what to do, as a phrase without a full stop, such as {@code write 10.0.0.0/24};
   *     empty for none
   */
  public InvalidValueException(String message, String hint) {
    super(message, null, false, false);
    this.message = message;
    this.hint = hint;
  }

  /** What is wrong; never null. */
  @Override
  public String getMessage() {
    return message;
  }

  /** What the user can do, as a phrase without a full stop, if there is more to say. */
  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
