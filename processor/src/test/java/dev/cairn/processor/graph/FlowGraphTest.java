package dev.cairn.processor.graph;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.GraphModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowGraphTest {
    @Test
    void putsStepsInTopologicalOrderAndElseInThatOfTheSource() {
        GraphModel graph = model("""
                end
                join! -> end
                b -> d
                start -> b a
                a -> c
                c -> join
                d -> join
                """);
        assertThat(graph.order()).containsExactly("start", "b", "a", "c", "d", "join", "end");
    }

    @Test
    void matchesNestedSplitsWithTheirJoins() {
        GraphModel graph = model("""
                start => fan
                fan -> a b
                a => each
                each -> inner
                inner! -> middle
                b -> middle
                middle! -> outer
                outer! -> end
                end
                """);
        assertThat(graph.joinOf())
                .containsExactly(entry("start", "outer"), entry("fan", "middle"), entry("a", "inner"));
        assertThat(graph.splitOf())
                .containsExactly(entry("outer", "start"), entry("middle", "fan"), entry("inner", "a"));
        assertThat(graph.foreaches())
                .containsEntry("start", List.of())
                .containsEntry("fan", List.of("start"))
                .containsEntry("each", List.of("start", "a"))
                .containsEntry("middle", List.of("start"))
                .containsEntry("outer", List.of());
    }

    @Test
    void listsForEachBranchTheStepsFromWhichItCanComeIn() {
        GraphModel graph = model("""
                start -> b a
                a ? c d join
                b -> join
                c -> join
                d -> e
                e -> join
                join! -> end
                end
                """);
        assertThat(graph.arrivals()).containsExactly(entry("join", List.of(List.of("b"), List.of("a", "c", "e"))));
    }

    @Test
    void letsAJoinSplitAgainAndBeTheEnd() {
        GraphModel graph = model("""
                start -> a b
                a -> again
                b -> again
                again! -> c d
                c -> end
                d -> end
                end!
                """);
        assertThat(graph.joinOf()).containsExactly(entry("start", "again"), entry("again", "end"));
    }

    @Test
    void leavesLoopsOutOfTheOrder() {
        GraphModel graph = model("""
                start -> train
                train -> check
                check ? train end
                end
                """);
        assertThat(graph.order()).containsExactly("start", "train", "check", "end");
    }

    @Test
    void knowsTheLoopsAroundAStep() {
        GraphModel graph = model("""
                start -> outer
                outer -> inner
                inner ? inner check
                check => each
                each ? each other gather
                other -> gather
                gather! ? outer end
                end
                """);
        assertThat(graph.loops())
                .containsExactly(
                        entry("start", List.of()),
                        entry("outer", List.of("outer")),
                        entry("inner", List.of("outer", "inner")),
                        entry("check", List.of("outer")),
                        entry("each", List.of("outer", "each")),
                        entry("other", List.of("outer")),
                        entry("gather", List.of("outer")),
                        entry("end", List.of()));
    }

    @Test
    void countsSwitchesThatLeadBackToOneStepAsOneLoop() {
        GraphModel graph = model("""
                start ? first end
                first ? first second
                second ? first end
                end
                """);
        assertThat(graph.loops())
                .containsExactly(
                        entry("start", List.of()),
                        entry("first", List.of("first")),
                        entry("second", List.of("first")),
                        entry("end", List.of()));
    }

    @Test
    void showsTheShortestWay() {
        FlowGraph graph = Sketch.of("""
                start ? a c
                a -> b
                b -> c
                c -> end
                end
                """).graph();
        assertThat(graph.pathTo(graph.flow().step("end").orElseThrow())).containsExactly("start", "c", "end");
    }

    @Test
    void tellsOneCauseOnce() {
        assertThat(mistakes("""
                start -> a b
                a => c
                c -> end
                b -> end
                end
                """)).containsExactly("BranchesMeet end");
    }

    @Test
    void doesNotJudgeWhatFollowsFromAMistake() {
        assertThat(mistakes("""
                start -> a b
                a -> c
                b -> c
                c -> d e
                d -> join
                e -> join
                join! -> last
                last! -> end
                end
                """)).containsExactly("BranchesMeet c");
    }

    private static GraphModel model(String text) {
        FlowGraph graph = Sketch.of(text).graph();
        assertThat(Mistakes.of(graph)).isEmpty();
        return graph.model();
    }

    private static List<String> mistakes(String text) {
        return Mistakes.of(Sketch.of(text).graph());
    }
}
