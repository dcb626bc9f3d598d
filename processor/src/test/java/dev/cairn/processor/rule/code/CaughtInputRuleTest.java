package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CaughtInputRule}: {@code [cairn:caught-input]}. */
class CaughtInputRuleTest {
    private static final String FLOW = """
            List<Integer> items = List.of(1, 2);
            String raw;
            List<String> all;
            Failure failure;
            @Step(next = "load", foreach = "items") void start() {}
            @Catch("failure") @Step(next = "trim") void load(@Item int item) { raw = "x" + item; }
            @Step(next = "join") void trim() {}
            @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { BODY }
            @Step void end() { System.out.println(all); }
            HELPER
            """;

    private static String join(String body) {
        return join(body, "");
    }

    private static String join(String body, String helper) {
        return allProblems(FLOW.replace("BODY", body).replace("HELPER", helper));
    }

    private static String warning(String place) {
        return place + """
                \sreads `raw` of its inputs, but `raw` is missing if `load` failed
                    path:  start -> load -> trim
                    when:  `load` fails, and its failure is caught
                    fix:   check first that `failure()` of the input is `null`, or call `has(Name.RAW)`.""";
    }

    @Test
    void inALoop() {
        assertThat(join("all = new ArrayList<>(); for (var input : inputs) all.add(input.raw());"))
                .isEqualTo(warning("8:131 warning [cairn:caught-input] join `join`"));
    }

    @Test
    void ofASingleInput() {
        assertThat(join("var first = inputs.get(0); all = List.of(first.raw());"))
                .isEqualTo(warning("8:114 warning [cairn:caught-input] join `join`"));
    }

    @Test
    void inALambda() {
        assertThat(join("all = inputs.stream().limit(3).map(input -> input.raw()).toList();"))
                .isEqualTo(warning("8:117 warning [cairn:caught-input] join `join`"));
    }

    @Test
    void byAReference() {
        assertThat(join("all = inputs.stream().map(SampleArtifacts.Trim::raw).toList();"))
                .isEqualTo(warning("8:94 warning [cairn:caught-input] join `join`"));
    }

    @Test
    void inAHelper() {
        assertThat(join(
                        "all = new ArrayList<>(); inputs.forEach(input -> add(input));",
                        "void add(SampleArtifacts.Trim trim) { all.add(trim.raw()); }"))
                .isEqualTo(warning("10:51 warning [cairn:caught-input] join `join` (through `add`)"));
    }

    @Test
    void severalReadsHaveOneReason() {
        assertThat(join("all = List.of(inputs.get(0).raw(), inputs.get(1).raw());"))
                .isEqualTo("""
                        8:95 warning [cairn:caught-input] join `join` reads `raw` of its inputs, but `raw` is missing if `load` failed
                            and:   1 more read, in `join`
                            path:  start -> load -> trim
                            when:  `load` fails, and its failure is caught
                            fix:   check first that `failure()` of the input is `null`, or call `has(Name.RAW)`.""");
    }

    @Test
    void acceptsALookAtTheFailure() {
        assertThat(
                        join(
                                "all = inputs.stream().filter(input -> input.failure() == null).map(input -> input.raw()).toList();"))
                .isEmpty();
    }

    @Test
    void acceptsAQuestion() {
        assertThat(
                        join(
                                "all = new ArrayList<>(); for (var input : inputs) if (there(input)) all.add(input.raw());",
                                "static boolean there(SampleArtifacts.Trim trim) { return trim.has(SampleArtifacts.Name.RAW); }"))
                .isEmpty();
    }

    @Test
    void acceptsALookAtTheTask() {
        assertThat(
                        join(
                                "all = inputs.stream().filter(input -> input.task().failure().isEmpty()).map(input -> input.raw()).toList();"))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsCaught() {
        assertThat(
                        join(
                                "all = new ArrayList<>(); try { all.add(inputs.get(0).raw()); } catch (AbsentArtifactException e) { all.add(e.getMessage()); }"))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsThereInAnyCase() {
        assertThat(allProblems("""
                        String given = "g";
                        int size;
                        Failure failure;
                        @Step(next = {"a", "b"}) void start() {}
                        @Catch("failure") @Step(next = "join") void a() { given = "a"; size = 1; }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { System.out.println(inputs.a().given() + inputs.a().size()); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aStepBeforeMayAssignItToo() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        String raw;
                        Failure failure;
                        @Step(next = "load", foreach = "items") void start(TaskContext task) { if (task.attempt() > 0) raw = "s"; }
                        @Catch("failure") @Step(next = "join") void load(@Item int item) { raw = "x" + item; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { for (var input : inputs) System.out.println(input.raw()); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:117 warning [cairn:caught-input] join `join` reads `raw` of its inputs, but `raw` is missing if `load` failed
                            path:  start -> load
                            when:  `start` does not assign it, and `load` fails, and its failure is caught
                            fix:   check first that `failure()` of the input is `null`, or call `has(Name.RAW)`.""");
    }

    @Test
    void acceptsParametersAndConstants() {
        assertThat(allProblems("""
                        @Parameter List<Integer> items;
                        final List<String> names = List.of();
                        Failure failure;
                        @Step(next = "load", foreach = "items") void start() {}
                        @Catch("failure") @Step(next = "join") void load(@Item int item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { for (var input : inputs) System.out.println(input.items() + "" + input.names()); }
                        @Step void end() {}
                        """)).isEmpty();
    }
}
