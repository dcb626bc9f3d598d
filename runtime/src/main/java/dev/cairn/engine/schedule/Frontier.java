package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.schedule.OpenTask.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a schedule is open, as text. Each strand is one of these, where names of steps are names in Java, so that no other character
 * is part of one:
 *
 * <pre>
 * =train/3@1&lt;start&gt;         an attempt that may start, and its parents
 * +left                     a branch that came to the join, and its last task
 * (start;strand;strand)      a static split, and its branches
 * {start;10;4-7,9;3=strand}  a foreach of 10 elements: which have not begun, and those that have
 * </pre>
 *
 * <p>{@link FrontierReader} reads it. The text is part of the histories of external engines, so its form stays.
 */
public final class Frontier {
    private final FlowPlan plan;
    private final OpenTasks tasks;
    private final Map<Place, Object> occupants = new HashMap<>();

    /** Where a strand is. */
    private record Place(@Nullable OpenSplit split, int branch) {
        static Place of(Strand strand) {
            return new Place(strand.split(), strand.branch());
        }
    }

    public Frontier(FlowPlan plan, OpenTasks tasks) {
        this.plan = plan;
        this.tasks = tasks;
    }

    /**
     * The text.
     *
     * @throws IllegalStateException if something is running, has to wait, or has failed
     */
    public String text() {
        tasks.begun().forEach(this::place);
        tasks.foreaches().forEach(this::place);
        StringBuilder text = new StringBuilder();
        write(new Place(null, 0), text);
        return text.toString();
    }

    private void place(OpenTask task) {
        if (task.state() != State.READY) {
            throw new IllegalStateException(
                    "task " + task.id() + " is " + task.state() + ", so it has no frontier yet");
        }
        occupants.put(Place.of(task.strand()), task);
        placeSplit(task.strand().split());
    }

    private void place(OpenForeach foreach) {
        if (foreach.isHandedOut()) {
            throw new IllegalStateException(
                    "elements of the foreach of task " + foreach.opener() + " are running, so it has no frontier yet");
        }
        placeSplit(foreach);
    }

    private void placeSplit(@Nullable OpenSplit split) {
        if (split != null && occupants.put(Place.of(split.outside()), split) == null) {
            placeSplit(split.outside().split());
        }
    }

    private void write(Place place, StringBuilder text) {
        Object occupant = occupants.get(place);
        if (occupant instanceof OpenTask task) {
            text.append('=').append(task.id()).append('@').append(task.attempt());
            text.append('<').append(list(task.parents())).append('>');
        } else if (occupant instanceof OpenBranches split) {
            write(split, text);
        } else if (occupant instanceof OpenForeach foreach) {
            write(foreach, text);
        } else {
            OpenBranches split = (OpenBranches) Objects.requireNonNull(place.split(), "a run that has ended");
            text.append('+').append(split.lastTask(place.branch()));
        }
    }

    private void write(OpenBranches split, StringBuilder text) {
        text.append('(').append(split.opener());
        int branches = plan.step(split.opener().step()).next().size();
        for (int branch = 0; branch < branches; branch++) {
            text.append(';');
            write(new Place(split, branch), text);
        }
        text.append(')');
    }

    private void write(OpenForeach foreach, StringBuilder text) {
        text.append('{').append(foreach.opener()).append(';').append(foreach.count());
        text.append(';').append(ranges(foreach.waiting().toArray()));
        foreach.begun().forEach(element -> {
            text.append(';').append(element);
            write(new Place(foreach, element), text);
        });
        text.append('}');
    }

    private static String list(List<TaskId> ids) {
        return ids.stream().map(TaskId::toString).collect(Collectors.joining(","));
    }

    private static String ranges(int[] elements) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < elements.length; ) {
            int end = start;
            while (end + 1 < elements.length && elements[end + 1] == elements[end] + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(elements[start]);
            text.append(start == end ? "" : "-" + elements[end]);
            start = end + 1;
        }
        return text.toString();
    }
}
