package dev.cairn.processor.rule.common;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a constant that does not exist, which the compiler reports, Cairn says nothing of what it cannot know. */
class ErroneousTest {
    private static final String FLOW = """
            boolean on = true;
            int n = 1;
            Failure failure;
            String text;
            @Step(next = "fan") void start() {}
            @Step(next = "work", foreach = "n") void fan() {}
            @Step(next = "join") @Catch("failure") void work() {}
            @Step(next = "choose") void join(SampleArtifacts.JoinInputs inputs) { System.out.println(text); }
            @Step(switchOn = "on", cases = @Case(value = "true", next = "end"), otherwise = "end") void choose() {}
            @Step void end() { System.out.println(failure); }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next = \"fan\"",
                "foreach = \"n\"",
                "@Catch(\"failure\")",
                "switchOn = \"on\"",
                "value = \"true\"",
                "otherwise = \"end\"",
            })
    void nothingIsSaidOfData(String written) {
        assertThat(allProblems(FLOW)).contains("[cairn:unassigned-artifact]");
        String unknown = written.replaceAll("\"\\w+\"", "Names.UNKNOWN");
        assertThat(allProblems(FLOW.replace(written, unknown)))
                .matches(
                        "\\d+:\\d+ error cannot find symbol\n  symbol:   variable Names\n  location: class com.acme.Sample");
    }
}
