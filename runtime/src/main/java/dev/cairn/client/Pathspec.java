package dev.cairn.client;

import dev.cairn.datastore.TaskId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of something stored: {@code flow/run/step/3/artifact}. Later parts may be missing. It is written the same way on the
 * command line, in the client, in messages and in the documentation. Immutable.
 *
 * <p>The number of a task is its position in the foreach around its step. For nested foreaches there is one number for each,
 * outermost first: {@code score/3/1}. In a loop, the iteration follows a number sign: {@code refine#2}, {@code score/3#2}. All
 * numbers start at 0. The run can be {@code latest}, or only the beginning or end of an id.
 *
 * @param flow the name of the flow
 * @param run the id of the run, the beginning or end of an id, or {@code latest}; null if it is missing
 * @param step the name of the step; null if it is missing
 * @param task the task; null if it is missing
 * @param artifact the name of the artifact; null if it is missing. Without a task, it means that artifact of all tasks of the step.
 */
public record Pathspec(
        String flow,
        @Nullable String run,
        @Nullable String step,
        @Nullable TaskId task,
        @Nullable String artifact) {
    /** The word that means the run that was started last. */
    public static final String LATEST = "latest";

    private static final Pattern RUN = Pattern.compile(LATEST + "|[0-9]*(T[0-9]+)?-?[0-9a-z]+|[0-9]{8}T");
    private static final Pattern WHOLE_RUN = Pattern.compile(LATEST + "|[0-9]{8}T[0-9]{9}-[0-9a-z]{8}");
    private static final Pattern POSITION = Pattern.compile("[0-9]+(#[0-9]+)*|[\\[#].*");
    private static final String FORM = "flow/run/step/task, such as ModelSelection/latest/train/3";

    /**
     * {@return whether a text may be a run: {@code latest}, an id, or the beginning or end of one} The name of a flow may look like that
     * too.
     *
     * @param text the first part of a pathspec
     */
    public static boolean mayBeRun(String text) {
        return RUN.matcher(text).matches();
    }

    /**
     * Parses a pathspec.
     *
     * @param text the pathspec, which begins with the name of a flow
     * @return its parts
     * @throws IllegalArgumentException if {@code text} is not a pathspec
     */
    public static Pathspec parse(String text) {
        return parse(text, null);
    }

    /**
     * Parses a pathspec in which the name of one flow may be left out before a run.
     *
     * @param text the pathspec
     * @param own the name of this flow, or null if the flow must be written
     * @return its parts
     * @throws IllegalArgumentException if {@code text} is not a pathspec
     */
    public static Pathspec parse(String text, @Nullable String own) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw malformed(text);
        }
        String first = parts.get(0);
        if (own != null && mayBeRun(first) && !first.equals(own)) {
            return parse(text, own, parts);
        }
        if (own == null && WHOLE_RUN.matcher(first).matches()) {
            throw new IllegalArgumentException("`" + text + "` does not name its flow. Write flow/" + text + ".");
        }
        return parse(text, first, parts.subList(1, parts.size()));
    }

    private static Pathspec parse(String text, String flow, List<String> parts) {
        String run = part(parts, 0);
        String step = part(parts, 1);
        if (step == null) {
            return new Pathspec(flow, run, null, null, null);
        }
        int next = 2;
        StringBuilder task = new StringBuilder(step);
        for (; next < parts.size() && POSITION.matcher(parts.get(next)).matches(); next++) {
            String position = parts.get(next);
            task.append(Character.isDigit(position.charAt(0)) ? "/" : "").append(position);
        }
        boolean named =
                step.equals(part(parts, next)) && next == 2; // the one task of a step may be called like the step
        next += named ? 1 : 0;
        if (parts.size() > next + 1) {
            throw malformed(text);
        }
        boolean isTask = named || task.length() > step.length() || step.contains("#") || step.contains("[");
        TaskId id = isTask ? TaskId.parse(task.toString()) : null;
        return new Pathspec(flow, run, id == null ? step : id.step(), id, part(parts, next));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : null;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("`" + text + "` is not a pathspec, which looks like " + FORM + ".");
    }
}
