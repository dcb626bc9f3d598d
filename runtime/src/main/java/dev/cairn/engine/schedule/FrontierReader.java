package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a {@link Frontier}, and opens what it says. Used once. */
final class FrontierReader {
    private final FlowPlan plan;
    private final OpenTasks tasks;
    private final ReadyQueue ready;
    private final String text;
    private int place;

    FrontierReader(FlowPlan plan, OpenTasks tasks, ReadyQueue ready, String text) {
        this.plan = plan;
        this.tasks = tasks;
        this.ready = ready;
        this.text = text;
    }

    /**
     * Opens everything.
     *
     * @return the outermost split; null if there is none
     * @throws IllegalArgumentException if the text is none of a frontier
     */
    @Nullable
    OpenSplit read(Strand outermost) {
        OpenSplit split = strand(outermost);
        if (place != text.length()) {
            throw damaged();
        }
        return split;
    }

    private @Nullable OpenSplit strand(Strand strand) {
        return switch (take()) {
            case '=' -> task(strand);
            case '(' -> split(strand);
            case '{' -> foreach(strand);
            default -> throw damaged();
        };
    }

    private @Nullable OpenSplit task(Strand strand) {
        TaskId id = TaskId.parse(until('@'));
        int attempt = number(until('<'));
        OpenTask task = new OpenTask(id, list(until('>')), strand);
        task.retry(attempt);
        tasks.add(task);
        ready.add(task);
        return null;
    }

    private OpenSplit split(Strand strand) {
        TaskId opener = TaskId.parse(until(';'));
        place--;
        int branches = plan.step(opener.step()).next().size();
        OpenBranches split = new OpenBranches(strand, opener, plan.structure().joinOf(opener.step()), branches);
        for (int branch = 0; branch < branches; branch++) {
            require(';');
            if (peek() == '+') {
                place++;
                split.arrive(branch, TaskId.parse(untilEither(';', ')')));
            } else {
                strand(strand.branch(split, branch));
            }
        }
        require(')');
        return split;
    }

    private OpenSplit foreach(Strand strand) {
        TaskId opener = TaskId.parse(until(';'));
        int count = number(until(';'));
        BitSet open = ranges(untilEither(';', '}'));
        OpenForeach foreach = new OpenForeach(strand, opener, plan.step(opener.step()), 0, count, tasks);
        tasks.add(foreach);
        while (peek() == ';') {
            place++;
            int element = digits();
            open.set(element);
            strand(foreach.adopt(element));
        }
        require('}');
        for (int element = open.nextClearBit(0); element < count; element = open.nextClearBit(element + 1)) {
            foreach.adoptArrived(element);
        }
        ready.add(foreach);
        return foreach;
    }

    private BitSet ranges(String list) {
        BitSet elements = new BitSet();
        for (String range : list.isEmpty() ? new String[0] : list.split(",")) {
            int dash = range.indexOf('-');
            int first = number(dash < 0 ? range : range.substring(0, dash));
            elements.set(first, (dash < 0 ? first : number(range.substring(dash + 1))) + 1);
        }
        return elements;
    }

    private static List<TaskId> list(String ids) {
        List<TaskId> all = new ArrayList<>();
        for (String id : ids.isEmpty() ? new String[0] : ids.split(",")) {
            all.add(TaskId.parse(id));
        }
        return all;
    }

    private int digits() {
        int start = place;
        while (Character.isDigit(peek())) {
            place++;
        }
        return number(text.substring(start, place));
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private char peek() {
        if (place >= text.length()) {
            throw damaged();
        }
        return text.charAt(place);
    }

    private char take() {
        char next = peek();
        place++;
        return next;
    }

    private void require(char expected) {
        if (take() != expected) {
            throw damaged();
        }
    }

    /** What comes before a character, which is passed too. */
    private String until(char end) {
        int found = text.indexOf(end, place);
        if (found < 0) {
            throw damaged();
        }
        String part = text.substring(place, found);
        place = found + 1;
        return part;
    }

    /** What comes before the first of two characters, which is not passed. */
    private String untilEither(char one, char other) {
        int start = place;
        while (peek() != one && peek() != other) {
            place++;
        }
        return text.substring(start, place);
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("`" + text + "` is not the frontier of a run of flow " + plan.flow()
                + ": it is wrong at character " + place + ". It comes from another version of the flow, or of Cairn.");
    }
}
