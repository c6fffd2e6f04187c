package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceReaderTest {
  /** Gives as many characters as it is asked for, in pieces of changing size. */
  private static String drain(SourceReader reader, Random random) {
    StringBuilder text = new StringBuilder();
    while (true) {
      char[] piece = new char[1 + random.nextInt(20)];
      int offset = random.nextInt(piece.length);
      int got = reader.read(piece, offset, piece.length - offset);
      if (got < 0) {
        return text.toString();
      }
      assertThat(got).isPositive();
      text.append(piece, offset, got);
    }
  }

  private static InputStream dripping(byte[] bytes, Random random) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(5000)));
      }
    };
  }

  @Test
  void givesTheTextWhateverTheSizesOfThePieces() {
    Random random = new Random(1);
    String[] parts = {"a", "é", "語", "😀", "\n", "\r\n", "\r", "\t", " ", "~", "\u00a0", "𝟙"};
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20_000); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      SourceReader reader = new SourceReader("x", dripping(bytes, random), Limits.DEFAULT);
      assertThat(drain(reader, random)).isEqualTo(text.toString());
      assertThat(reader.refused()).isEmpty();
    }
  }

  @Test
  void acceptsExactlyWhatJavaAcceptsAsUtf8() {
    Random random = new Random(2);
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(4)];
      random.nextBytes(bytes);
      if (round % 2 == 0) {
        bytes[0] = (byte) (0xC0 | bytes[0]);
        for (int i = 1; i < bytes.length; i++) {
          bytes[i] = (byte) (0x80 | bytes[i] & 0x3F);
        }
      }
      boolean malformed = !new String(bytes, StandardCharsets.UTF_8).equals(roundTrip(bytes));
      SourceReader reader = new SourceReader("x", new ByteArrayInputStream(bytes), Limits.DEFAULT);
      boolean refused;
      try {
        drain(reader, random);
        refused = reader.refused().stream().anyMatch(d -> d.id().equals("not-utf-8"));
      } catch (UnreadableException e) {
        refused = true;
      }
      assertThat(refused).as(java.util.HexFormat.of().formatHex(bytes)).isEqualTo(malformed);
    }
  }

  /** The text if the strict decoder takes it. */
  private static String roundTrip(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      return "malformed";
    }
  }

  @Test
  void columnsCountUtf16Units() {
    String text = "ab\n😀é😀c\r\n𝟙\n";
    SourceReader reader =
        new SourceReader(
            "x", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
    drain(reader, new Random(3));

    assertThat(reader.column(1, 2)).isEqualTo(2);
    assertThat(reader.column(2, 1)).isEqualTo(1);
    assertThat(reader.column(2, 2)).isEqualTo(3);
    assertThat(reader.column(2, 3)).isEqualTo(4);
    assertThat(reader.column(2, 4)).isEqualTo(6);
    assertThat(reader.column(3, 1)).isEqualTo(1);
    assertThat(reader.column(3, 2)).isEqualTo(3);
    assertThat(reader.column(4, 5)).isEqualTo(5);
  }
}
