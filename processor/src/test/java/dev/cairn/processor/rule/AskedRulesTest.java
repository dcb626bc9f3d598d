package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which rules are asked of which flows: those of data only where nothing leaves the graph in doubt. */
class AskedRulesTest {
    private static final String FORWARD = "@Step(next = \"end\") void start() {}\n";

    /** The last step, which reads what nothing has assigned. */
    private static final String UNASSIGNED = "String text; @Step void end() { System.out.println(text); }\n";

    private static List<String> ids(String members) {
        return Pattern.compile("(error|warning) \\[cairn:([a-z-]+)]")
                .matcher(allProblems(members))
                .results()
                .map(result -> result.group(1) + " " + result.group(2))
                .toList();
    }

    @Test
    void dataIsJudgedInASoundGraph() {
        assertThat(ids(FORWARD + UNASSIGNED)).containsExactly("error unassigned-artifact");
    }

    @Test
    void dataIsJudgedBesideWhatLeavesTheGraphAsItIs() {
        assertThat(ids("Thread worker;\n" + FORWARD + UNASSIGNED))
                .containsExactly("error unstorable-type", "error unassigned-artifact");
        assertThat(ids("@Parameter int size = 1; @Step(next = \"end\") void start() { size = 2; }\n" + UNASSIGNED))
                .containsExactly("error parameter-assignment", "error unassigned-artifact");
    }

    @Test
    void dataIsJudgedBesideAnyWarning() {
        assertThat(ids("static int calls; @Step(next = \"end\") void start() { calls = 1; }\n" + UNASSIGNED))
                .containsExactly("warning static-assignment", "error unassigned-artifact");
    }

    @Test
    void dataIsNotJudgedWhereTheGraphIsInDoubt() {
        assertThat(ids("@Step(next = \"edn\") void start() {}\n" + UNASSIGNED)).containsExactly("error unknown-step");
        assertThat(ids(FORWARD + "@Step(next = \"end\") void alone() {}\n" + UNASSIGNED))
                .containsExactly("error unreachable-step");
        assertThat(ids("Thread worker;\n" + FORWARD + "@Step(next = \"end\") void alone() {}\n" + UNASSIGNED))
                .containsExactly("error unstorable-type", "error unreachable-step");
    }

    @Test
    void dataIsNotJudgedWhereThereIsNoFirstStep() {
        assertThat(ids("@Step(next = \"end\") void begin() {}\n" + UNASSIGNED)).containsExactly("error no-start");
    }

    @Test
    void whereTheEdgesAreInDoubtNoStepIsSaidToBeUnreachable() {
        assertThat(ids("int n = 1; @Step(foreach = \"n\") void start() {}\n@Step(next = \"end\") void work() {}\n"
                        + UNASSIGNED))
                .containsExactly("error step-annotation");
    }

    @Test
    void codeIsJudgedWhateverTheGraphIs() {
        assertThat(ids("static int calls; @Step(next = \"end\") void begin() { calls = 1; }\n" + UNASSIGNED))
                .containsExactly("error no-start", "warning static-assignment");
    }

    @Test
    void fieldsThatNobodyUsesAreSaidWhereThereIsNoError() {
        assertThat(ids("String unused;\n" + FORWARD + "@Step void end() {}\n"))
                .containsExactly("warning unused-artifact");
        assertThat(ids("String unused; static int calls;\n" + FORWARD + "@Step void end() { calls = 1; }\n"))
                .containsExactly("warning unused-artifact", "warning static-assignment");
        assertThat(ids("String unused; Thread worker = null;\n" + FORWARD + "@Step void end() {}\n"))
                .containsExactly("error unstorable-type");
        assertThat(ids("String unused;\n" + FORWARD + UNASSIGNED)).containsExactly("error unassigned-artifact");
    }
}
