package dev.cairn.cli;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.view.FlowView;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a flow: what it does, its parameters and its steps. */
record ShownFlow(FlowView view) implements Shown {
    private static final String INDENT = "  ";

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        FlowGraph graph = view.graph();
        terminal.title("flow " + graph.flow());
        documentation(terminal, graph.documentation(), INDENT);
        if (!view.parameters().isEmpty()) {
            terminal.line("");
            terminal.title("parameters");
            try (Table table = new Table(terminal, INDENT)) {
                view.parameters()
                        .forEach(parameter -> table.row(
                                parameter.name(), parameter.type(), (parameter.help() + remark(parameter)).strip()));
            }
        }
        terminal.line("");
        terminal.title("steps");
        int width = graph.steps().stream()
                .mapToInt(step -> step.name().length())
                .max()
                .orElse(0);
        for (GraphStep step : graph.steps()) {
            terminal.line((INDENT + step.name() + " ".repeat(width - step.name().length()) + INDENT + transition(step))
                    .stripTrailing());
            documentation(terminal, step.documentation(), INDENT + " ".repeat(width) + INDENT);
        }
    }

    private static String remark(FlowView.Parameter parameter) {
        if (parameter.secret()) {
            return parameter.required() ? " (required, secret)" : " (secret)";
        }
        return parameter.required() ? " (required)" : "";
    }

    private static void documentation(Terminal terminal, String text, String indent) {
        text.lines().forEach(line -> terminal.line((indent + line).stripTrailing()));
    }

    /** Where the flow goes on: {@code -> work for each of numbers, joined in join}. */
    static String transition(GraphStep step) {
        if (step.next().isEmpty()) {
            return "";
        }
        Choice choice = step.choice();
        if (choice != null) {
            return "-> "
                    + Stream.concat(
                                    choice.cases().entrySet().stream()
                                            .map(way -> way.getValue() + " if " + choice.artifact() + " is "
                                                    + way.getKey()),
                                    Stream.ofNullable(choice.otherwise()).map(next -> next + " otherwise"))
                            .collect(Collectors.joining(", "));
        }
        String next = "-> " + String.join(", ", step.next());
        return next
                + (step.fansOut() ? " for each of " + step.foreachArtifact() : "")
                + (step.splits() ? ", joined in " + step.matchingJoin() : "");
    }
}
