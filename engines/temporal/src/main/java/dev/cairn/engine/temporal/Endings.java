package dev.cairn.engine.temporal;

import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.List;

/**
 * How an attempt ended, as short text: {@code F} or {@code C} (finished, caught) and, after a switch, the number of the step that follows;
 * {@code N} and the number of elements of a foreach; {@code R} (failed, may be retried) or {@code X} (failed for good).
 */
final class Endings {
    private Endings() {}

    static String write(FlowPlan plan, TaskFact fact) {
        GraphStep step = plan.step(fact.task().step());
        if (fact.ending() instanceof FannedOut foreach) {
            return "N" + foreach.count();
        } else if (fact.ending() instanceof Failed failed) {
            return failed.mayRetry() ? "R" : "X";
        }
        Finished finished = (Finished) fact.ending();
        return (finished.caught() ? "C" : "F")
                + (step.chooses() ? step.next().indexOf(finished.next().get(0)) : "");
    }

    static Ending read(FlowPlan plan, String step, String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'N' -> new FannedOut(Integer.parseInt(rest));
            case 'R' -> new Failed(true);
            case 'X' -> new Failed(false);
            case 'F', 'C' -> new Finished(next(plan.step(step), rest), text.charAt(0) == 'C');
            default -> throw new IllegalArgumentException("`" + text + "` does not say how an attempt ended");
        };
    }

    private static List<String> next(GraphStep step, String number) {
        return number.isEmpty() ? step.next() : List.of(step.next().get(Integer.parseInt(number)));
    }
}
