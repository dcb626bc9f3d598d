package dev.cairn.processor.name;

import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.RunningFlows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names that could go wrong in generated code, and do not: each flow compiles without a word, runs, and gives its values. */
class HostileNamesTest {
    private static final String LONG = "aVeryLongName".repeat(12);

    /** What generated code, the runtime or the language use themselves. */
    private static final List<String> STEPS = List.of(
            "inputs",
            "input",
            "of",
            "string",
            "list",
            "object",
            "integer",
            "override",
            "optional",
            "task",
            "tasks2",
            "taskView",
            "taskArtifacts",
            "taskViewBuilder",
            "joinedTasks",
            "merge",
            "failure",
            "step",
            "steps",
            "runner",
            "artifacts",
            "codecs",
            "provider",
            "generated",
            "function",
            "datastore",
            "tag",
            "main",
            "has",
            "build",
            "equals",
            "sinceStart",
            "sinceEnd",
            "record",
            "yield",
            "var",
            "sealed",
            "permits",
            "module",
            "when",
            "with",
            "$",
            "a$b",
            "_a",
            "größe",
            "été",
            "Ωmega",
            "名前",
            "ı",
            "X",
            "URL",
            "_1",
            LONG);

    private static final List<String> ARTIFACTS = List.of(
            "has",
            "build",
            "of",
            "id",
            "all",
            "run",
            "latest",
            "name",
            "valueOf",
            "values",
            "ordinal",
            "artifact",
            "artifacts",
            "start",
            "end",
            "step",
            "tag",
            "datastore",
            "inputs",
            "stream",
            "size",
            "get",
            "set",
            "flow",
            "instance",
            "value",
            "values2",
            "it",
            "other",
            "main",
            "record",
            "yield",
            "var",
            "sealed",
            "permits",
            "when",
            "$",
            "$T",
            "a$b",
            "größe",
            "été",
            "Ωmega",
            "名前",
            "ı",
            "X",
            "URL",
            "IF",
            LONG);

    private static final List<String> PARAMETERS = List.of(
            "run",
            "build",
            "name",
            "options",
            "definition",
            "value",
            "parameter",
            "parameters",
            "set",
            "this0",
            "record",
            "yield",
            "var",
            "sealed",
            "id",
            "of",
            "start",
            "all",
            "main",
            "args",
            "X",
            LONG);

    @TestFactory
    Stream<DynamicTest> steps() {
        return run(STEPS, """
                @Flow
                class Flow%1$d {
                    int value;
                    List<Integer> items = List.of(1, 2);
                    @Step(next = "%2$s") void start() {}
                    @Step(next = "fan") void %2$s() { value = 7; }
                    @Step(next = "each", foreach = "items") void fan() {}
                    @Step(next = "end") void each(@Item int item) { value += item; }
                    @Step void end(Flow%1$dArtifacts.EndInputs inputs) {
                        value = inputs.stream().mapToInt(each -> each.value()).sum();
                    }
                }
                class Driver%1$d {
                    static String call() {
                        Flow%1$dRun run = Flow%1$dRunner.builder()
                                .datastore(dev.cairn.datastore.Datastore.inMemory()).run();
                        return run.%2$s().value() + " " + run.end().value();
                    }
                }
                """, "7 17");
    }

    @TestFactory
    Stream<DynamicTest> joins() {
        return run(STEPS, """
                @Flow
                class Flow%1$d {
                    int value;
                    @Step(next = {"left", "right"}) void start() {}
                    @Step(next = "%2$s") void left() { value = 2; }
                    @Step(next = "%2$s") void right() { value = 3; }
                    @Step(next = "end") void %2$s(Flow%1$dArtifacts.%3$sInputs branches) {
                        value = branches.left().value() * branches.right().value();
                    }
                    @Step void end() {}
                }
                class Driver%1$d {
                    static String call() {
                        Flow%1$dRun run = Flow%1$dRunner.builder()
                                .datastore(dev.cairn.datastore.Datastore.inMemory()).run();
                        return run.%2$s().value() + " " + run.end().value();
                    }
                }
                """, "6 6");
    }

    @TestFactory
    Stream<DynamicTest> artifacts() {
        return run(ARTIFACTS, """
                @Flow
                class Flow%1$d {
                    List<String> %2$s;
                    @Step(next = "end") void start() { %2$s = List.of("a", "b"); }
                    @Step void end() {}
                }
                class Driver%1$d {
                    static String call() {
                        Flow%1$dRun run = Flow%1$dRunner.builder()
                                .datastore(dev.cairn.datastore.Datastore.inMemory()).run();
                        Flow%1$dArtifacts.End built = Flow%1$dArtifacts.End.builder().%2$s(List.of("c")).build();
                        return run.end().%2$s() + " " + built.%2$s();
                    }
                }
                """, "[a, b] [c]");
    }

    @TestFactory
    Stream<DynamicTest> parameters() {
        return run(PARAMETERS, """
                @Flow
                class Flow%1$d {
                    @Parameter int %2$s = 1;
                    int twice;
                    @Step(next = "end") void start() { twice = 2 * %2$s; }
                    @Step void end() {}
                }
                class Driver%1$d {
                    static String call() {
                        Flow%1$dRun run = Flow%1$dRunner.builder()
                                .%2$s(5).datastore(dev.cairn.datastore.Datastore.inMemory()).run();
                        return run.end().%2$s() + " " + run.end().twice();
                    }
                }
                """, "5 10");
    }

    private static Stream<DynamicTest> run(List<String> names, String flow, String expected) {
        JavaFileObject[] sources = IntStream.range(0, names.size())
                .mapToObj(number ->
                        file(flow.formatted(number, names.get(number), GeneratedNames.capitalised(names.get(number)))))
                .toArray(JavaFileObject[]::new);
        RunningFlows flows = RunningFlows.of(sources);
        List<DynamicTest> tests = new ArrayList<>();
        for (int number = 0; number < names.size(); number++) {
            String driver = "Driver" + number;
            tests.add(DynamicTest.dynamicTest(
                    names.get(number), () -> assertThat(flows.call(driver)).isEqualTo(expected)));
        }
        return tests.stream();
    }
}
