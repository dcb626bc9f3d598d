package dev.cairn.processor.graph;

import dev.cairn.processor.graph.DataRuns.Place;
import dev.cairn.processor.graph.DataSketch.Effect;
import dev.cairn.processor.graph.DataSketch.Merge;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a flow that was drawn as source, with reads in random places, each on a line of its own. */
final class DataSource {
    /** A read of an artifact. */
    record Read(String step, Place place, String artifact) {}

    private final String name;
    private final DataSketch data;
    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Read> reads = new LinkedHashMap<>();

    private DataSource(String name, DataSketch data, Random random) {
        this.name = name;
        this.data = data;
        this.random = random;
    }

    static DataSource of(String name, DataSketch data, Random random) {
        DataSource source = new DataSource(name, data, random);
        source.write();
        return source;
    }

    /** The reads, by line. */
    Map<Integer, Read> reads() {
        return reads;
    }

    private void write() {
        lines.add("package com.acme;");
        lines.add("import dev.cairn.*;");
        lines.add("import dev.cairn.runtime.*;");
        lines.add("import static dev.cairn.runtime.Merge.*;");
        lines.add("@Flow class " + name + " {");
        lines.add("@Parameter int items = 2;");
        lines.add("@Parameter int mode = 0;");
        lines.add("Object initialised = 1;");
        lines.add("Object a;");
        lines.add("int " + DataSketch.NUMBER + ";");
        lines.add("Failure failure;");
        lines.add("static boolean test() { return Math.random() > 0.5; }");
        lines.add("static void use(Object read) {}");
        data.nodes().forEach(this::write);
        lines.add("}");
    }

    private void write(Node node) {
        Effect effect = data.effects.get(node.name);
        lines.add((effect.catches() ? "@Catch(\"failure\") " : "") + annotation(node) + " void " + node.name + "("
                + (node.joins ? name + "Artifacts." + capital(node.name) + "Inputs inputs" : "") + ") {");
        Map<String, Place> places = new LinkedHashMap<>();
        for (String artifact : DataSketch.ARTIFACTS) {
            if (random.nextInt(3) == 0) {
                places.put(artifact, Place.values()[random.nextInt(3)]);
            }
        }
        read(node, places, Place.BEGIN);
        effect.merges().forEach(merge -> lines.add((merge.conditional() ? "if (test()) " : "") + call(merge)));
        read(node, places, Place.MERGED);
        effect.always().forEach(artifact -> lines.add("this." + artifact + " = 2;"));
        effect.sometimes().forEach(artifact -> lines.add("if (test()) " + artifact + " = 3;"));
        effect.counted().forEach(artifact -> {
            lines.add("if (test()) " + artifact + "++;");
            reads.put(lines.size(), new Read(node.name, Place.MERGED, artifact));
        });
        read(node, places, Place.ASSIGNED);
        lines.add("}");
    }

    private void read(Node node, Map<String, Place> places, Place here) {
        places.forEach((artifact, place) -> {
            if (place == here) {
                lines.add("use(" + artifact + ");");
                reads.put(lines.size(), new Read(node.name, place, artifact));
            }
        });
    }

    private static String annotation(Node node) {
        List<String> targets =
                node.targets.stream().map(target -> '"' + target + '"').toList();
        return switch (node.kind) {
            case END -> "@Step";
            case LINEAR, SPLIT -> "@Step(next = {" + String.join(", ", targets) + "})";
            case FOREACH -> "@Step(foreach = \"items\", next = " + targets.get(0) + ")";
            case SWITCH -> {
                List<String> cases = new ArrayList<>();
                for (int path = 1; path < targets.size(); path++) {
                    cases.add("@Case(value = \"" + path + "\", next = " + targets.get(path) + ")");
                }
                yield "@Step(switchOn = \"mode\", cases = {" + String.join(", ", cases) + "}, otherwise = "
                        + targets.get(0) + ")";
            }
        };
    }

    private String call(Merge merge) {
        String constants = merge.names().stream()
                .map(artifact -> name + "Artifacts.Name." + GeneratedNames.constant(artifact))
                .collect(Collectors.joining(", "));
        return switch (merge.selection()) {
            case ALL -> "inputs.mergeInto(this);";
            case ONLY -> "inputs.mergeInto(this, only(" + constants + "));";
            case EXCEPT -> "inputs.mergeInto(this, except(" + constants + "));";
            case UNKNOWN -> throw new IllegalStateException();
        };
    }

    private static String capital(String step) {
        return step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
