package dev.cairn.cli;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to something that is stored: {@code flow/run/step/task/artifact}, where later parts may be missing. Immutable.
 *
 * <p>A task can be written as in all output, {@code flow/run/train[3]}, or, without brackets that mean something to a shell,
 * {@code flow/run/train/3}. A run may be {@code latest}.
 *
 * @param flow the name of the flow
 * @param run the id of the run, or {@code latest}
 * @param step the name of the step
 * @param task the task
 * @param artifact the name of the artifact; where there is no task, of all tasks of the step
 */
record Pathspec(
        String flow,
        @Nullable String run,
        @Nullable String step,
        @Nullable TaskId task,
        @Nullable String artifact) {
    static final String LATEST = "latest";

    private static final Pattern POSITION = Pattern.compile("(?:\\d+|[\\[#].*)");
    private static final String FORM = "flow/run/step/task, such as ModelSelection/latest/train/3";

    /**
     * Reads a pathspec.
     *
     * @param own the flow whose name may be left out before a run
     * @throws UsageException if it is not of this form
     */
    static Pathspec parse(String text, @Nullable String own) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw malformed(text);
        }
        if (own != null && isRun(parts.get(0)) && !parts.get(0).equals(own)) {
            return parse(text, own, parts);
        }
        if (own == null && isRun(parts.get(0))) {
            throw new UsageException("`" + text + "` does not say of which flow. Write flow/" + text + ".");
        }
        return parse(text, parts.get(0), parts.subList(1, parts.size()));
    }

    private static Pathspec parse(String text, String flow, List<String> parts) {
        String run = part(parts, 0);
        String third = part(parts, 1);
        if (third == null) {
            return new Pathspec(flow, run, null, null, null);
        }
        TaskId task = third.contains("[") || third.contains("#") ? task(third) : null;
        String step = task == null ? third : task.step();
        int next = 2;
        String fourth = part(parts, next);
        if (task == null && fourth != null && isTask(fourth, step)) {
            task = task(POSITION.matcher(fourth).matches() ? step + position(fourth) : fourth);
            if (!task.step().equals(step)) {
                throw new UsageException("`" + fourth + "` in `" + text + "` is no task of step `" + step + "`.");
            }
            next++;
        }
        if (parts.size() > next + 1) {
            throw malformed(text);
        }
        return new Pathspec(flow, run, step, task, part(parts, next));
    }

    private static boolean isRun(String part) {
        if (part.equals(LATEST)) {
            return true;
        }
        try {
            new RunId(part);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTask(String part, String step) {
        return POSITION.matcher(part).matches() || part.contains("[") || part.contains("#") || part.equals(step);
    }

    private static String position(String part) {
        return Character.isDigit(part.charAt(0)) ? "[" + part + "]" : part;
    }

    private static TaskId task(String text) {
        try {
            return TaskId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : null;
    }

    private static UsageException malformed(String text) {
        return new UsageException("`" + text + "` is not a pathspec, which looks like " + FORM + ".");
    }
}
