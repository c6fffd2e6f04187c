package dev.rulecast.azurensg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that stay the same for ever. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] of(String text) {
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In hexadecimal digits. */
  String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** The first eight bytes as a number, modulo a number of slots. */
  int slot(String text, int slots) {
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(of(text)).getLong(), slots);
  }
}
