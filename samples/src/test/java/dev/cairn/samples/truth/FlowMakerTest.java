package dev.cairn.samples.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
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
            for (String role : List.of("@Parameter ", "final ", "")) {
                occurs("\n    " + role + Pattern.quote(kind.type) + " \\w+ = ");
            }
            occurs("\n    " + Pattern.quote(kind.type) + " \\w+;");
        }
    }

    @Test
    void allShapesOfFlowsOccur() {
        List.of("foreach = ", "next = \\{", "switchOn = \"flag\"", "switchOn = \"again1\"")
                .forEach(FlowMakerTest::occurs);
        List.of("@Retry\\(times = 1\\)", "@Catch\\(\"failure\"\\)", "@Item\\(\"")
                .forEach(FlowMakerTest::occurs);
        List.of("void end\\(TaskContext task\\)", "void end\\(F\\d+Artifacts.EndInputs inputs")
                .forEach(FlowMakerTest::occurs);
        List.of("", ", only\\(Name\\..*", ", except\\(Name\\..*")
                .forEach(selection -> occurs("mergeInto\\(this" + selection + "\\);"));
    }

    @Test
    void allWaysToAValueOccur() {
        List.of(
                        "var local",
                        "Runnable local",
                        "\\.forEach\\(value -> \\{",
                        "Optional\\.of\\(",
                        "Consumer<",
                        "::inc",
                        "::add")
                .forEach(FlowMakerTest::occurs);
        List.of(
                        "if \\(flag\\) \\{",
                        "for \\(int round",
                        "switch \\(flag \\? 1 : 2\\)",
                        "try \\{",
                        "instanceof AbstractList<Integer>")
                .forEach(FlowMakerTest::occurs);
        List.of("static void change\\d+\\(", "    void change\\d+\\(", "void touch\\d+\\(\\)", "its\\d+\\(\\)\\.")
                .forEach(FlowMakerTest::occurs);
    }

    @Test
    void itemsAndInputsAreChangedInPlace() {
        List.of(
                        "inputs\\.get\\(0\\)\\.\\w+\\(\\)\\.\\w+\\(",
                        "for \\(var input : inputs\\) \\{ var local\\d+ = input\\.")
                .forEach(FlowMakerTest::occurs);
        List.of("item\\d+\\.inc\\(\\)", "item\\d+\\.setValue\\(", "item\\d+\\.getValue\\(\\)\\.\\w+")
                .forEach(FlowMakerTest::occurs);
    }

    private static void occurs(String pattern) {
        assertThat(Pattern.compile(pattern).matcher(FLOWS).find()).as(pattern).isTrue();
    }
}
