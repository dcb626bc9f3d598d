package dev.cairn.processor.graph;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Flows drawn at random, changed in one place, and compiled: the compiler refuses exactly those that are not sound when every
 * path through them is walked. How often each rule refused is kept in {@code refusals.txt}, which {@code -Drefusals.renew=true}
 * writes anew.
 */
class RefusalsTest {
    private static final Path FILE = Path.of("src/test/resources/dev/cairn/processor/graph/refusals.txt");
    private static final int FEW = 400;
    private static final int ALL = 12_000;
    private static final int TOGETHER = 200;
    private static final int AT_LEAST = 100;

    private static final Pattern ID = Pattern.compile("\\[cairn:([a-z-]+)]");

    /** The rules that are about the graph, and not about types, bodies or what else a flow says. */
    private static final List<String> STRUCTURAL = List.of(
            "no-start",
            "several-starts",
            "no-end",
            "several-ends",
            "end-goes-on",
            "step-annotation",
            "unknown-step",
            "duplicate-step",
            "duplicate-branch",
            "unreachable-step",
            "dead-end",
            "cycle",
            "endless-loop",
            "loop-leaves-branch",
            "iterations-name",
            "unjoined-split",
            "partial-join",
            "several-joins",
            "join-without-split",
            "unrelated-branches",
            "empty-branch",
            "item-scope");

    @Test
    void theCompilerRefusesExactlyTheFlowsThatAreNotSound() throws IOException {
        assertThat(refusals(FEW)).isEqualTo(column(1));
    }

    @Test
    void everyStructuralRuleRefusedManyFlows() throws IOException {
        Map<String, Integer> all = column(2);
        assertThat(all.get("flows")).isEqualTo(ALL);
        assertThat(STRUCTURAL)
                .allSatisfy(
                        rule -> assertThat(all.getOrDefault(rule, 0)).as(rule).isGreaterThanOrEqualTo(AT_LEAST));
        assertThat(all).containsOnlyKeys(columns(STRUCTURAL));
    }

    private static List<String> columns(List<String> rules) {
        TreeSet<String> names = new TreeSet<>(rules);
        names.addAll(List.of("flows", "refused"));
        return List.copyOf(names);
    }

    @Test
    void renew() throws IOException {
        assumeThat(Boolean.getBoolean("refusals.renew")).isTrue();
        Map<String, Integer> few = refusals(FEW);
        Map<String, Integer> all = refusals(ALL);
        StringBuilder text = new StringBuilder("""
                # How often each rule refused a flow that was drawn at random and changed in one place.
                # The first column counts the seeds 0 to %d, which every build repeats, the second one 0 to %d.
                # Written by: ./mvnw -pl processor -am test -Dtest=RefusalsTest -Dsurefire.failIfNoSpecifiedTests=false -Drefusals.renew=true
                """.formatted(FEW - 1, ALL - 1));
        all.forEach((rule, count) ->
                text.append(String.format(Locale.ROOT, "%-20s %5d %6d%n", rule, few.getOrDefault(rule, 0), count)));
        Files.writeString(FILE, text.toString());
    }

    private static Map<String, Integer> column(int number) throws IOException {
        Map<String, Integer> column = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] words = line.split(" +");
            if (!line.startsWith("#") && !words[number].equals("0")) {
                column.put(words[0], Integer.valueOf(words[number]));
            }
        }
        return column;
    }

    /** For each rule the number of flows that it refused; fails where the compiler and the judge disagree. */
    private static Map<String, Integer> refusals(int flows) {
        Map<String, Integer> refusals = new TreeMap<>(Map.of("flows", flows));
        for (int first = 0; first < flows; first += TOGETHER) {
            Map<Integer, Sketch> sketches = new TreeMap<>();
            for (int seed = first; seed < Math.min(flows, first + TOGETHER); seed++) {
                sketches.put(seed, sketch(seed));
            }
            Map<Integer, String> messages = compile(sketches);
            sketches.forEach((seed, sketch) -> count(seed, sketch, messages.getOrDefault(seed, ""), refusals));
        }
        return refusals;
    }

    private static Sketch sketch(int seed) {
        Random random = new Random(seed);
        return SketchBreaker.broken(SketchGenerator.sound(random, 2 + seed % 9), random);
    }

    private static void count(int seed, Sketch sketch, String messages, Map<String, Integer> refusals) {
        assertThat(messages.isEmpty())
                .as("seed %s%n%s%n%s", seed, sketch, messages)
                .isEqualTo(BruteForce.isSound(sketch));
        TreeSet<String> rules = new TreeSet<>();
        Matcher matcher = ID.matcher(messages);
        while (matcher.find()) {
            rules.add(matcher.group(1));
        }
        rules.forEach(rule -> refusals.merge(rule, 1, Integer::sum));
        refusals.merge("refused", messages.isEmpty() ? 0 : 1, Integer::sum);
    }

    /** What the compiler says of each flow. */
    private static Map<Integer, String> compile(Map<Integer, Sketch> sketches) {
        Map<Integer, String> messages = new HashMap<>();
        JavaFileObject[] files = sketches.entrySet().stream()
                .map(entry -> file(SketchSource.of(entry.getValue(), "Flow" + entry.getKey())))
                .toArray(JavaFileObject[]::new);
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                checkOnly("-Xmaxerrs", "100000").compile(files).diagnostics()) {
            String path = diagnostic.getSource().getName();
            int seed = Integer.parseInt(path.replaceAll(".*/Flow(\\d+)\\.java", "$1"));
            messages.merge(seed, diagnostic.getMessage(Locale.ROOT), (one, other) -> one + "\n" + other);
        }
        return messages;
    }
}
