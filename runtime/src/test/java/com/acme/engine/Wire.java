package com.acme.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Units and outcomes as text: there is nothing else in them. */
final class Wire {
    private static final String SEPARATOR = "\u0000";

    private Wire() {}

    static String text(TaskUnit unit) {
        String parents = unit.parents().stream().map(TaskId::toString).collect(Collectors.joining(" "));
        return String.join(
                SEPARATOR, unit.flow(), unit.run().toString(), unit.task().toString(), "" + unit.attempt(), parents);
    }

    static TaskUnit unit(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        List<TaskId> parents = words(parts[4]).stream().map(TaskId::parse).toList();
        return new TaskUnit(parts[0], new RunId(parts[1]), TaskId.parse(parts[2]), Integer.parseInt(parts[3]), parents);
    }

    static String text(TaskOutcome outcome) {
        FailureRecord failure = outcome.failure();
        return String.join(
                SEPARATOR,
                outcome.task().toString(),
                "" + outcome.attempt(),
                outcome.fact() == null
                        ? ""
                        : outcome.fact().attempt() + " " + text(outcome.fact().ending()),
                failure == null ? "" : failure.type(),
                failure == null ? "" : failure.message(),
                failure == null ? "" : failure.stackTrace());
    }

    static TaskOutcome outcome(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        TaskId task = TaskId.parse(parts[0]);
        List<String> fact = words(parts[2]);
        return new TaskOutcome(
                task,
                Integer.parseInt(parts[1]),
                fact.isEmpty()
                        ? null
                        : new TaskFact(task, Integer.parseInt(fact.get(0)), ending(fact.subList(1, fact.size()))),
                parts[3].isEmpty() ? null : new FailureRecord(parts[3], parts[4], parts[5]));
    }

    private static String text(Ending ending) {
        if (ending instanceof FannedOut foreach) {
            return "foreach " + foreach.count();
        } else if (ending instanceof Failed failed) {
            return "failed " + failed.mayRetry();
        }
        Finished finished = (Finished) ending;
        return (finished.caught() ? "caught " : "finished ") + String.join(" ", finished.next());
    }

    private static Ending ending(List<String> words) {
        return switch (words.get(0)) {
            case "foreach" -> new FannedOut(Integer.parseInt(words.get(1)));
            case "failed" -> new Failed(Boolean.parseBoolean(words.get(1)));
            default -> new Finished(words.subList(1, words.size()), words.get(0).equals("caught"));
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
