package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnstorableTypeRule}: {@code [cairn:unstorable-type]}. */
class UnstorableTypeRuleTest {
    @Test
    void aThread() {
        assertThat(problems("""
                        Thread worker;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:8 error [cairn:unstorable-type] artifact `worker` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.""");
    }

    @Test
    void deepInside() {
        assertThat(problems("""
                        record Box(String name, Thread worker) {}
                        List<Box> boxes;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:11 error [cairn:unstorable-type] artifact `boxes` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  boxes -> Sample.Box.worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.""");
    }

    @Test
    void whatIsGeneratedForTheFlow() {
        assertThat(problems("""
                        SampleRun before;
                        List<SampleArtifacts.Start> starts;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:11 error [cairn:unstorable-type] artifact `before` cannot be stored: `SampleRun` is generated for this flow
                            fix:   store the values that it gives, or keep it in a transient field.
                        2:29 error [cairn:unstorable-type] artifact `starts` cannot be stored: `List<SampleArtifacts.Start>` is generated for this flow
                            fix:   store the values that it gives, or keep it in a transient field.
                        1:1 error cannot find symbol
                          symbol:   class SampleRun
                          location: class com.acme.Sample""");
    }

    @Test
    void acceptsRecordsAndCollections() {
        assertThat(problems("""
                        record Box(String name, List<int[]> numbers) {}
                        Map<String, Box> boxes;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void anotherFlow() {
        assertThat(problemsOf("""
                        @Flow class Sample {
                            Other other;
                            List<Sample> copies;
                            @Step(next = "end") void start() { other = new Other(); }
                            @Step void end() {}
                        }
                        @Flow class Other {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:11 error [cairn:unstorable-type] artifact `other` cannot be stored: `Other` is a flow, of which each task makes an instance of its own
                            path:  other: Other
                            fix:   store the values that you take from it.
                        3:18 error [cairn:unstorable-type] artifact `copies` cannot be stored: `Sample` is a flow, of which each task makes an instance of its own
                            path:  copies: List<Sample>
                            fix:   store the values that you take from it.""");
    }
}
