package dev.cairn.processor.graph;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.StepModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminedGraphTest {
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
        assertThat(graph.foreaches("start")).isEmpty();
        assertThat(graph.foreaches("fan")).containsExactly("start");
        assertThat(graph.foreaches("each")).containsExactly("start", "a");
        assertThat(graph.foreaches("middle")).containsExactly("start");
        assertThat(graph.foreaches("outer")).isEmpty();
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
    void putsAllStepsOfALoopBeforeWhatFollowsIt() {
        GraphModel graph = model("""
                end
                after -> end
                start -> check
                check ? work after
                work -> again
                again ? check
                """);
        assertThat(graph.order()).containsExactly("start", "check", "work", "again", "after", "end");
    }

    @Test
    void putsAnInnerLoopBeforeTheRestOfTheOuterOne() {
        GraphModel graph = model("""
                end
                rest ? outer
                start -> outer
                outer ? inner end
                inner ? work rest
                work ? inner
                """);
        assertThat(graph.order()).containsExactly("start", "outer", "inner", "work", "rest", "end");
    }

    @Test
    void findsTheLoopsThatNoPathLeaves() {
        assertThat(mistakes("""
                start ? outer end
                outer -> inner
                inner ? inner check
                check ? outer other
                other ? outer
                end
                """)).containsExactly("endless loop outer");
        assertThat(mistakes("""
                start ? outer end
                outer ? inner end
                inner -> check
                check ? inner
                end
                """)).containsExactly("endless loop inner");
    }

    @Test
    void doesNotCallALoopEndlessThatAnotherMistakeCutsOff() {
        assertThat(mistakes("""
                start ? check again end
                check ? work
                work ? check again
                again -> work
                end
                """)).containsExactly("cycle [work, again]");
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
        assertThat(graph.loops("start")).isEmpty();
        assertThat(graph.loops("outer")).containsExactly("outer");
        assertThat(graph.loops("inner")).containsExactly("outer", "inner");
        assertThat(graph.loops("check")).containsExactly("outer");
        assertThat(graph.loops("each")).containsExactly("outer", "each");
        assertThat(graph.loops("other")).containsExactly("outer");
        assertThat(graph.loops("gather")).containsExactly("outer");
        assertThat(graph.loops("end")).isEmpty();
    }

    @Test
    void knowsWhichStepsAreInLoopsAndForeachesWhateverIsWrongWithTheGraph() {
        ExaminedGraph graph = Sketch.of("""
                start => each
                each ? each join
                join! -> end nowhere
                end
                """).graph();

        assertThat(graph.flow().steps().stream().filter(graph::isInLoop))
                .extracting(StepModel::name)
                .containsExactly("each");
        assertThat(graph.foreaches(graph.flow().step("each").orElseThrow()).orElseThrow())
                .extracting(StepModel::name)
                .containsExactly("start");
    }

    @Test
    void countsSwitchesThatLeadBackToOneStepAsOneLoop() {
        GraphModel graph = model("""
                start ? first end
                first ? first second
                second ? first end
                end
                """);
        assertThat(graph.loops("start")).isEmpty();
        assertThat(graph.loops("first")).containsExactly("first");
        assertThat(graph.loops("second")).containsExactly("first");
        assertThat(graph.loops("end")).isEmpty();
    }

    @Test
    void showsTheShortestPath() {
        ExaminedGraph graph = Sketch.of("""
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
    void tellsOfJoinsInStepsOnce() {
        assertThat(mistakes("""
                start -> a b c d
                a -> j
                b -> j
                c -> k
                j! -> k
                k! -> l
                d -> l
                l! -> end
                end
                """)).containsExactly("SeveralJoins start");
        assertThat(mistakes("""
                start -> a b c
                a -> j
                b -> j
                c -> k
                j! -> x
                x -> k
                k! -> end
                end
                """)).containsExactly("JoinedInSteps j");
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
        ExaminedGraph graph = Sketch.of(text).graph();
        assertThat(Mistakes.of(graph)).isEmpty();
        return graph.model();
    }

    private static List<String> mistakes(String text) {
        return Mistakes.of(Sketch.of(text).graph());
    }
}
