package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.RunningFlows;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Who does what a message advises, word by word, has a flow of which nothing is said, and whose run keeps the data. */
class AdvisedFixesTest {
    private static final String FORK = """
            @Step(next = {"a", "b"}) void start() { START }
            @Step(next = "join") void a() { A }
            @Step(next = "join") void b() { B }
            """;

    private static JavaFileObject flow(String members) {
        return file("""
                class Test {
                    static Object call() {
                        return SampleRunner.builder().datastore(dev.cairn.datastore.Datastore.inMemory()).run().end().result();
                    }
                }
                @Flow class Sample {
                    String result;
                """ + members + "}\n");
    }

    private static String fork(String start, String a, String b) {
        return FORK.replace("START", start).replace("A }", a + " }").replace("B }", b + " }");
    }

    /** Breaks a flow, follows the advice, and runs it. */
    private static Object mended(String broken, String advice, String mended) throws ReflectiveOperationException {
        assertThat(FlowCompilation.text(checkOnly().compile(flow(broken)))).contains("fix:   " + advice);
        return RunningFlows.of(flow(mended)).call("Test");
    }

    @Test
    void aListThatTheBranchesReplaceIsCollected() throws ReflectiveOperationException {
        String flow = "List<String> found;\n" + fork("", "found = List.of(\"a\");", "found = List.of(\"b\");") + """
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { MEND }
                @Step void end() { result = found.toString(); }
                """;
        String code = "found = new ArrayList<>(); for (var input : inputs) found.addAll(input.found());";
        assertThat(mended(
                        flow.replace("MEND", ""),
                        "collect it in `join` from the inputs, which may differ, for example `" + code + "`.",
                        flow.replace("MEND", code)))
                .isEqualTo("[a, b]");
    }

    @Test
    void aMapThatTheJoinFillsBeginsEmpty() throws ReflectiveOperationException {
        String flow = "Map<String, Long> counts = new HashMap<>();\n"
                + fork("", "counts = Map.of(\"x\", 1L);", "counts = Map.of(\"x\", 2L);") + """
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                    MEND
                    for (var input : inputs) input.counts().forEach((word, count) -> counts.merge(word, count, Long::sum));
                }
                @Step void end() { result = counts.toString(); }
                """;
        assertThat(mended(
                        flow.replace("MEND", ""),
                        "assign a start value first, for example `counts = new HashMap<>();`",
                        flow.replace("MEND", "counts = new HashMap<>();")))
                .isEqualTo("{x=3}");
    }

    @Test
    void aNumberThatTheJoinAddsUpBeginsWithZero() throws ReflectiveOperationException {
        String flow = "int total = 0;\n" + fork("", "total = 1;", "total = 2;") + """
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { MEND for (var input : inputs) total += input.total(); }
                @Step void end() { result = "" + total; }
                """;
        assertThat(mended(
                        flow.replace("MEND", ""),
                        "assign a start value first, for example `total = 0;`",
                        flow.replace("MEND", "total = 0;")))
                .isEqualTo("3");
    }

    @Test
    void whatTheBranchesAgreeOnIsMerged() throws ReflectiveOperationException {
        String flow = "String title;\nString note;\n" + fork("title = \"t\"; note = \"n\";", "", "") + """
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { MEND }
                @Step void end() { result = title + note; }
                """;
        assertThat(mended(
                        flow.replace("MEND", ""),
                        "call `inputs.mergeInto(this);` in `join`, or assign it there.",
                        flow.replace("MEND", "inputs.mergeInto(this);")))
                .isEqualTo("tn");
        String only = "inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.TITLE";
        assertThat(mended(
                        flow.replace("MEND", only + "));"),
                        "name it in `only(..)` in `join`, or assign it there.",
                        flow.replace("MEND", only + ", SampleArtifacts.Name.NOTE));")))
                .isEqualTo("tn");
        String except = "inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.RESULT";
        assertThat(mended(
                        flow.replace("MEND", except + ", SampleArtifacts.Name.NOTE));"),
                        "remove it from `except(..)` in `join`, or assign it there.",
                        flow.replace("MEND", except + "));")))
                .isEqualTo("tn");
    }

    @Test
    void theThresholdOfALoopComesThroughTheJoin() throws ReflectiveOperationException {
        String flow = "double threshold = 0.5;\nboolean done;\n" + fork("threshold = 0.9;", "", "") + """
                @Step(next = "refine") void join(SampleArtifacts.JoinInputs inputs) { MEND }
                @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine")
                void refine() { done = threshold < 0.5; threshold = threshold / 2; }
                @Step void end() { result = "" + threshold; }
                """;
        assertThat(mended(
                        flow.replace("MEND", ""),
                        "call `inputs.mergeInto(this);` in `join`, or assign it there.",
                        flow.replace("MEND", "inputs.mergeInto(this);")))
                .isEqualTo("0.225");
    }

    @Test
    void aRemarkOfOneBranchIsAssignedOnEveryPathBeItNull() throws ReflectiveOperationException {
        String flow = "String caveat;\n" + fork("", "if (Math.random() < 2) caveat = \"c\"; MEND", "") + """
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                @Step void end() { result = READ; }
                """;
        String advice = "assign it on every path (`null` will do), or compare it with `null` first.";
        String broken = flow.replace("MEND", "").replace("READ", "caveat");
        assertThat(mended(
                        broken,
                        advice,
                        flow.replace("MEND", "else caveat = null;").replace("READ", "caveat")))
                .isEqualTo("c");
        assertThat(mended(broken, advice, flow.replace("MEND", "").replace("READ", "caveat == null ? \"\" : caveat")))
                .isEqualTo("c");
    }

    @Test
    void theDefaultOfANumberIsSaid() throws ReflectiveOperationException {
        String flow = """
                FIELD
                boolean done;
                @Step(next = "refine") void start() {}
                @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine")
                void refine() { done = error > 1; error = error + 1; }
                @Step void end() { result = "" + error; }
                """;
        assertThat(mended(
                        flow.replace("FIELD", "double error;"),
                        "assign it before, or, if you mean Java's default, write it: `double error = 0;`.",
                        flow.replace("FIELD", "double error = 0;")))
                .isEqualTo("3.0");
        assertThat(RunningFlows.of(flow(flow.replace("FIELD", "double error;")
                                .replace("error + 1", "error")
                                .replace("error = error", "error++")))
                        .call("Test"))
                .as("a default that is not said, of what is only counted")
                .isEqualTo("3.0");
    }
}
