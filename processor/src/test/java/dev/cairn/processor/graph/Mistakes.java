package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a graph. */
final class Mistakes {
    private Mistakes() {}

    static List<String> of(ExaminedGraph graph) {
        List<String> mistakes = new ArrayList<>();
        graph.unreachable().forEach(step -> mistakes.add("unreachable " + step.name()));
        graph.deadEnds().forEach(step -> mistakes.add("dead end " + step.name()));
        graph.cycles().forEach(cycle -> mistakes.add("cycle " + cycle.steps()));
        graph.endlessLoops()
                .forEach(loop -> mistakes.add("endless loop " + loop.steps().get(0)));
        graph.nesting(NestingFinding.class).forEach(finding -> mistakes.add(text(finding)));
        return mistakes;
    }

    private static String text(NestingFinding finding) {
        return finding.getClass().getSimpleName() + " " + step(finding).name();
    }

    private static StepModel step(NestingFinding finding) {
        if (finding instanceof NestingFinding.BranchesMeet meet) {
            return meet.step();
        } else if (finding instanceof NestingFinding.InsideAndOutside crossing) {
            return crossing.step();
        } else if (finding instanceof NestingFinding.OpenAtEnd open) {
            return open.split();
        } else if (finding instanceof NestingFinding.PastJoin past) {
            return past.join();
        } else if (finding instanceof NestingFinding.JoinedInSteps steps) {
            return steps.first();
        } else if (finding instanceof NestingFinding.SeveralJoins joins) {
            return joins.split();
        } else if (finding instanceof NestingFinding.JoinsNothing nothing) {
            return nothing.join();
        } else if (finding instanceof NestingFinding.UnrelatedBranches unrelated) {
            return unrelated.join();
        } else if (finding instanceof NestingFinding.JoinsOutside outside) {
            return outside.join();
        } else if (finding instanceof NestingFinding.EmptyBranch empty) {
            return empty.split();
        }
        return ((NestingFinding.LoopLeavesBranch) finding).from();
    }
}
