package dev.rulecast.policy;

import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PortSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ports that parameters stand for.
 *
 * @param ports by the parameter's id; a parameter without ports is absent, and has been reported
 */
record Parameters(Map<String, List<PortRange>> ports) {
  /** The ports that the items stand for, disjoint and ascending; absent if one has none. */
  Optional<List<PortRange>> resolve(Collection<PortSpec> specs) {
    List<PortRange> ranges = new ArrayList<>(specs.size());
    for (PortSpec spec : specs) {
      if (spec instanceof PortRange range) {
        ranges.add(range);
      } else if (spec instanceof PortParameter parameter) {
        List<PortRange> values = ports.get(parameter.name());
        if (values == null) {
          return Optional.empty();
        }
        ranges.addAll(values);
      }
    }
    return Optional.of(PortRange.normalise(ranges));
  }
}
