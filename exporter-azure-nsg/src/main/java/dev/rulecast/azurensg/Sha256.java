package dev.rulecast.azurensg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that stay the same for ever. */
final class Sha256 {
  private Sha256() {}

  private static byte[] of(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In hexadecimal digits. */
  static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** The first eight bytes as a number, modulo a number of slots. */
  static int slot(String text, int slots) {
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(of(text)).getLong(), slots);
  }
}
