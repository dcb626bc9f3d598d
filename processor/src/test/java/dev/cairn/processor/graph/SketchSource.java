package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sketch down as the flow class that a user would have written. */
final class SketchSource {
    private final String flow;
    private final Set<String> names = new HashSet<>();

    private SketchSource(String flow) {
        this.flow = flow;
    }

    /** The source of a class of this name, without package and imports. */
    static String of(Sketch sketch, String flow) {
        SketchSource source = new SketchSource(flow);
        return "@Flow\nclass " + flow + " {\n    final int mode = 0;\n    final List<String> items = List.of();\n"
                + sketch.nodes.stream().map(source::step).collect(Collectors.joining()) + "}\n";
    }

    private String step(Node node) {
        List<String> elements = elements(node);
        if (node.start) {
            elements.add("start = true");
        }
        if (node.end) {
            elements.add("end = true");
        }
        return "    @Step(" + String.join(", ", elements) + ")\n    void " + node.name + "("
                + String.join(", ", parameters(node)) + ") {}\n";
    }

    private List<String> parameters(Node node) {
        List<String> parameters = new ArrayList<>();
        if (node.joins) {
            String capitalised = node.name.substring(0, 1).toUpperCase(Locale.ROOT) + node.name.substring(1);
            parameters.add(flow + "Artifacts." + capitalised + "Inputs inputs");
        }
        if (node.index) {
            parameters.add("@Index int index");
        }
        if (!names.add(node.name)) {
            parameters.add("TaskContext task"); // else the compiler itself refuses a method that is declared twice
        }
        return parameters;
    }

    private static List<String> elements(Node node) {
        return switch (node.kind) {
            case END -> new ArrayList<>();
            case LINEAR, SPLIT -> new ArrayList<>(List.of("next = " + array(node.targets)));
            case FOREACH -> new ArrayList<>(List.of("next = " + array(node.targets), "foreach = \"items\""));
            case SWITCH -> switching(node.targets);
        };
    }

    private static List<String> switching(List<String> targets) {
        List<String> elements = new ArrayList<>(List.of("switchOn = \"mode\""));
        if (!targets.isEmpty()) {
            List<String> cases = new ArrayList<>();
            for (int path = 0; path < targets.size() - 1; path++) {
                cases.add("@Case(value = \"" + path + "\", next = \"" + targets.get(path) + "\")");
            }
            elements.add("cases = {" + String.join(", ", cases) + "}");
            elements.add("otherwise = \"" + targets.get(targets.size() - 1) + "\"");
        }
        return elements;
    }

    private static String array(List<String> targets) {
        return targets.stream().map(target -> "\"" + target + "\"").collect(Collectors.joining(", ", "{", "}"));
    }
}
