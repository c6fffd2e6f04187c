package dev.rulecast.exporter;

/** A plugin cannot be used, or has broken the contract of the SPI. The message names it. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that has no other cause. */
  public PluginException(String message) {
    super(message);
  }

  /** A failure with its cause. */
  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
