package dev.cairn.samples.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What flows are drawn: all that changes, shares, assigns and merges values is among them. */
class FlowMakerTest {
    private static final String FLOWS = LongStream.range(0, 600)
            .mapToObj(FlowMaker::make)
            .map(SourceText::flow)
            .collect(Collectors.joining());

    @Test
    void oneSeedIsOneFlow() {
        assertThat(SourceText.flow(FlowMaker.make(7))).isEqualTo(SourceText.flow(FlowMaker.make(7)));
        assertThat(SourceText.flow(FlowMaker.make(7)))
                .isNotEqualTo(SourceText.flow(FlowMaker.make(8)).replace("F8", "F7"));
    }

    @Test
    void allKindsOfValuesOccurInAllRoles() {
        for (Kind kind : Kind.values()) {
            for (String before : List.of("@Parameter ", "final ", "    ")) {
                assertThat(FLOWS).contains("\n    " + (before.isBlank() ? "" : before) + kind.type + " ");
            }
        }
    }

    @Test
    void allShapesOfFlowsOccur() {
        assertThat(FLOWS)
                .contains("foreach = ", "next = {\"", "switchOn = \"flag\"", "switchOn = \"again1\"")
                .contains("@Retry(times = 1)", "@Catch(\"failure\")", "@Item(\"")
                .contains("void end(TaskContext task)")
                .containsPattern("void end\\(F\\d+Artifacts.EndInputs inputs")
                .contains("mergeInto(this);", "mergeInto(this, only(", "mergeInto(this, except(");
    }

    @Test
    void allWaysToAValueOccur() {
        assertThat(FLOWS)
                .contains(
                        "var local",
                        "Runnable local",
                        ".forEach(value -> {",
                        "Optional.of(",
                        "Consumer<",
                        "::inc",
                        "::add")
                .contains(
                        "if (flag) {",
                        "for (int round",
                        "switch (flag ? 1 : 2)",
                        "try {",
                        "instanceof AbstractList<Integer>")
                .containsPattern("(static|private)? void change\\d+\\(")
                .containsPattern("void touch\\d+\\(\\)")
                .containsPattern("its\\d+\\(\\)\\.")
                .containsPattern("inputs\\.get\\(0\\)\\.\\w+\\(\\)\\.add\\(")
                .containsPattern("for \\(var input : inputs\\) \\{ input\\.")
                .containsPattern("item\\d+\\.inc\\(\\)")
                .containsPattern("item\\d+\\.setValue\\(");
    }
}
