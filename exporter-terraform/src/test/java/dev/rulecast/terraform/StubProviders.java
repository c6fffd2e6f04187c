package dev.rulecast.terraform;

import dev.rulecast.testkit.tools.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for Terraform's providers that knows their schemas and what they and their clouds
 * refuse, see {@code stub/README.md}. What Terraform makes with it exists only in Terraform's
 * state.
 */
public final class StubProviders implements AutoCloseable {
  private final Process process;
  private final String attach;

  private StubProviders(Process process, String attach) {
    this.process = process;
    this.attach = attach;
  }

  /** Starts it; it ends with this process at the latest. */
  public static StubProviders start() throws IOException {
    Process process =
        new ProcessBuilder(
                Tool.pythonWithGrpc().orElseThrow().toString(), script().toString(), "serve")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String attach = output.readLine();
    if (attach == null) {
      process.destroyForcibly();
      throw new IOException("The stand-in for Terraform's providers does not start.");
    }
    return new StubProviders(process, attach);
  }

  private static Path script() {
    try {
      return Path.of(
          Objects.requireNonNull(StubProviders.class.getResource("stub/stub_provider.py")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Terraform has to know. */
  Map<String, String> environment() {
    return Map.of("TF_REATTACH_PROVIDERS", attach, "NO_PROXY", "127.0.0.1,localhost");
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
