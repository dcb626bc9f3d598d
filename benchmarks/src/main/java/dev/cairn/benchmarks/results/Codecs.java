package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtLeast;
import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.ArrayList;
import java.util.List;

/** The rows about the codecs that the processor generates. */
final class Codecs {
    private static final List<String> DIRECTIONS = List.of("write stream", "read stream", "write bytes", "read bytes");
    private static final List<String> MAPS = List.of("strings to longs", "ints to doubles");
    private static final List<String> ARRAYS = List.of("doubles", "bytes");
    private static final String COPY = "plain Java: a copy";

    private Codecs() {}

    private static Source codecs(String workload, String direction, String contender) {
        return new Source("codecs", workload + ", " + direction, contender + ", ms");
    }

    private static Target beside(String workload, String direction, String contender, Bound bound) {
        return new Target(
                "codecs/" + workload + ", " + direction + ", " + contender,
                workload + ", " + direction + ": time, beside " + contender,
                new Ratio(codecs(workload, direction, "Cairn"), codecs(workload, direction, contender)),
                bound);
    }

    static Section section() {
        List<Panel> panels = new ArrayList<>();
        for (String direction : DIRECTIONS) {
            panels.add(rows(direction));
        }
        for (String map : MAPS) {
            panels.add(map(map));
        }
        return new Section("Codecs", "codecs", List.of(rows(), maps(), arrays()), panels);
    }

    private static Panel rows(String direction) {
        List<Panel.Bar> bars = new ArrayList<>();
        bars.add(cairn("Cairn", codecs("rows", direction, "Cairn")));
        List<String> peers = new ArrayList<>(List.of("Fory, compatible", "Fory, schema-consistent", "Kryo"));
        if (direction.endsWith("stream")) {
            peers.addAll(List.of("CBOR by Jackson", "java.io"));
        }
        for (String peer : peers) {
            bars.add(peer(peer, codecs("rows", direction, peer)));
        }
        return new Panel(
                "A list of 1,000,000 small records, " + direction,
                "ms; less is better",
                bars,
                List.of(mark(1, codecs("rows", direction, "Fory, compatible"))));
    }

    private static Panel map(String map) {
        Source kryo = codecs(map, "write bytes", "Kryo");
        return new Panel(
                "A HashMap of 300,000 entries, " + map + ", write bytes",
                "ms; less is better",
                List.of(cairn("Cairn, sorted", codecs(map, "write bytes", "Cairn")), peer("Kryo, unsorted", kryo)),
                List.of(mark(3, kryo)));
    }

    private static Row rows() {
        List<Target> targets = new ArrayList<>();
        for (String direction : DIRECTIONS) {
            targets.add(beside("rows", direction, "Fory, compatible", new AtMost(1)));
            targets.add(beside("rows", direction, "Fory, schema-consistent", new AtMost(1.25)));
            if (direction.endsWith("stream")) {
                targets.add(beside("rows", direction, "java.io", new AtMost(0.1)));
            }
        }
        return new Row(
                "list of 1,000,000 small records, by a generated codec",
                false,
                targets,
                "Each serializer works in a warm virtual machine of its own, and its working thread's time counts. Fory has registered classes,"
                        + " and no references; its compatible mode has schemas, as Cairn has, its schema-consistent mode has none. `java.io` keeps"
                        + " references, and has a class descriptor in each stream.");
    }

    private static Row maps() {
        List<Target> targets = new ArrayList<>();
        for (String map : MAPS) {
            for (String direction : DIRECTIONS) {
                targets.add(beside(map, direction, "Kryo", new AtMost(3)));
            }
        }
        return new Row(
                "`HashMap` of 300,000 entries, canonical",
                false,
                targets,
                "Cairn sorts the entries, so that equal maps have one address; stock Kryo does not.");
    }

    private static Row arrays() {
        List<Target> targets = new ArrayList<>();
        for (String array : ARRAYS) {
            for (String direction : List.of("write bytes", "read bytes")) {
                targets.add(new Target(
                        "codecs/" + array + ", " + direction,
                        array + ", " + direction
                                + ": rate, beside `System.arraycopy` into an array that was just allocated",
                        new Ratio(codecs(array, direction, COPY), codecs(array, direction, "Cairn")),
                        new AtLeast(0.9)));
            }
        }
        return new Row(
                "arrays of primitives, 8 MB",
                false,
                targets,
                "Cairn and the copy each work in a warm virtual machine of their own and take turns, round by round.");
    }
}
