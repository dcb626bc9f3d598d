package dev.cairn.engine.temporal;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Resources;
import dev.cairn.runtime.definition.StepDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which task queue the tasks of a step go to: that of the run, unless {@code @Resources} says something. Then the name says it too, without
 * what is as usual: {@code flows.cpu4.memory2g.gpu1}. Immutable.
 */
final class ResourceQueues {
    private final Map<String, String> suffixes = new HashMap<>();

    ResourceQueues(FlowDefinition<?> definition) {
        for (StepDefinition step : definition.steps()) {
            suffixes.put(step.name(), suffix(step.resources()));
        }
    }

    /** What follows the name of the queue of the run; often nothing. */
    String suffix(String step) {
        return suffixes.getOrDefault(step, "");
    }

    static String suffix(Resources resources) {
        StringBuilder suffix = new StringBuilder();
        if (resources.cpu() != Resources.STANDARD.cpu()) {
            suffix.append(".cpu")
                    .append(BigDecimal.valueOf(resources.cpu())
                            .stripTrailingZeros()
                            .toPlainString());
        }
        if (!resources.memory().isEmpty()) {
            suffix.append(".memory").append(resources.memory().toLowerCase(Locale.ROOT));
        }
        if (resources.gpu() > 0) {
            suffix.append(".gpu").append(resources.gpu());
        }
        return suffix.toString();
    }
}
