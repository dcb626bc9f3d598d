package dev.cairn.benchmarks.processor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of a generated flow, step after step. Used by one thread. */
final class FlowText {
    /** The package of the flow. */
    static final String PACKAGE = "bench";

    /** The simple name of the flow. */
    static final String NAME = "LargeFlow";

    private final StringBuilder text = new StringBuilder();
    private int steps;

    /** Starts a flow with these artifacts. */
    FlowText(List<Artifact> artifacts) {
        text.append("""
                package bench;

                import static dev.cairn.runtime.Merge.except;

                import bench.LargeFlowArtifacts.Name;
                import dev.cairn.*;
                import dev.cairn.runtime.TaskContext;
                import java.util.*;

                /** A flow that was made to be large; where it has few steps, they do not use all of its artifacts. */
                @Flow
                @SuppressWarnings("cairn:unused-artifact")
                class LargeFlow {
                    record Sample(String name, int size, List<Double> values) {}

                    enum Quality { GOOD, POOR }

                    @Parameter(help = "how often")
                    int rounds = 3;

                """);
        artifacts.forEach(
                artifact -> text.append("    %s %s;\n".formatted(artifact.kind().type(), artifact.name())));
    }

    /** Adds a step: the members of its annotation, its name, its parameter or nothing, and its statements. */
    void step(String annotation, String name, String parameter, String body) {
        if (steps++ % 5 == 0) {
            text.append("\n    /** Comes after ").append(steps - 1).append(" others. */");
        }
        text.append("\n    @Step(" + annotation + ")\n    void " + name + "(" + parameter + ") {\n");
        text.append(body.indent(8)).append("    }\n");
    }

    /** How many steps were added. */
    int steps() {
        return steps;
    }

    /** The whole text, with the helpers. */
    String end() {
        return text.append("\n" + BodyGenerator.helpers().indent(4))
                .append("}\n")
                .toString();
    }

    /** The parameter of a join. */
    static String inputs(String join) {
        return NAME + "Artifacts." + Character.toUpperCase(join.charAt(0)) + join.substring(1) + "Inputs inputs";
    }

    /** The statement that merges all but these artifacts. */
    static String merge(Collection<Artifact> excluded) {
        return excluded.stream()
                .map(artifact -> "Name." + artifact.constant())
                .collect(Collectors.joining(", ", "inputs.mergeInto(this, except(", "));\n"));
    }

    /** The members of the annotation of a step that takes one of two ways. */
    static String switchOn(Artifact artifact, Map<String, String> one, Map<String, String> other) {
        return "switchOn = \"" + artifact.name() + "\", cases = {" + cases(one) + ", " + cases(other) + "}";
    }

    private static String cases(Map<String, String> ways) {
        return ways.entrySet().stream()
                .map(way -> "@Case(value = \"" + way.getKey() + "\", next = \"" + way.getValue() + "\")")
                .collect(Collectors.joining(", "));
    }
}
