package dev.rulecast.testkit.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run tools of others. Where one is missing they are skipped, or fail if the
 * environment variable {@code RULECAST_REQUIRE_TOOLS} is {@code true}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("tools")
@ExtendWith(ToolsAvailable.class)
public @interface WithTools {
  /** The tools that the tests need. */
  Tool[] value();
}
