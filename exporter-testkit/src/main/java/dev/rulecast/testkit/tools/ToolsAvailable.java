package dev.rulecast.testkit.tools;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether tests {@link WithTools} run. */
final class ToolsAvailable implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Tool[] tools =
        AnnotationSupport.findAnnotation(context.getElement(), WithTools.class)
            .map(WithTools::value)
            .orElse(new Tool[0]);
    String missing =
        Stream.of(tools)
            .map(Tool::missing)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return decide(missing, Boolean.parseBoolean(System.getenv("RULECAST_REQUIRE_TOOLS")));
  }

  static ConditionEvaluationResult decide(String missing, boolean required) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("every tool is there");
    }
    if (required) {
      throw new AssertionError("RULECAST_REQUIRE_TOOLS is true, but " + missing);
    }
    return ConditionEvaluationResult.disabled("SKIPPED, nothing proven: " + missing);
  }
}
