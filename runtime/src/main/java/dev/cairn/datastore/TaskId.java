package dev.cairn.datastore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a task within its run: its step, and its position in each foreach and loop around the step. It is the same in every
 * run with the same data. As text: {@code train}, {@code train/3}, {@code refine#2}, {@code score/3#1/0}. Ids are ordered by step
 * name, then by position, so the tasks of a step sort in item order. Immutable.
 *
 * @param step the name of the step
 * @param position the position in each foreach and loop around the step, outermost first
 */
public record TaskId(String step, List<Coordinate> position) implements Comparable<TaskId> {
    /**
     * Whose output it is that belongs to a run, but to none of its tasks. It is no task, and no step can have its name, because that is not
     * a name in Java.
     */
    public static final TaskId RUN = of("_");

    private static final Pattern FORM = Pattern.compile("([^\\[#/]+)((?:\\[\\d{1,10}]|/\\d{1,10}|#\\d{1,10})*)");
    private static final Pattern COORDINATE = Pattern.compile("(?:\\[|/)(\\d+)]?|#(\\d+)");

    /** The position in one foreach or loop. */
    public sealed interface Coordinate {
        /** {@return the number, from 0} */
        int value();
    }

    /**
     * The element of a foreach.
     *
     * @param value the number of the element, from 0
     */
    public record Index(int value) implements Coordinate {
        /**
         * Checks the number.
         *
         * @param value the number of the element, from 0
         * @throws IllegalArgumentException if {@code value} is negative
         */
        public Index {
            requireNotNegative(value);
        }

        @Override
        public String toString() {
            return "/" + value;
        }
    }

    /**
     * The iteration of a loop.
     *
     * @param value the number of the iteration, from 0
     */
    public record Iteration(int value) implements Coordinate {
        /**
         * Checks the number.
         *
         * @param value the number of the iteration, from 0
         * @throws IllegalArgumentException if {@code value} is negative
         */
        public Iteration {
            requireNotNegative(value);
        }

        @Override
        public String toString() {
            return "#" + value;
        }
    }

    /**
     * Copies {@code position}.
     *
     * @param step the name of the step
     * @param position the position in each foreach and loop around the step, outermost first
     * @throws IllegalArgumentException if {@code step} is not a valid name of a Java method; so an id can never be a path
     */
    public TaskId {
        if (!isName(step)) {
            throw new IllegalArgumentException("`" + step + "` is not the name of a step");
        }
        position = List.copyOf(position);
    }

    /**
     * {@return the only task of a step outside any foreach and loop}
     *
     * @param step the name of the step
     */
    public static TaskId of(String step) {
        return new TaskId(step, List.of());
    }

    /**
     * Parses the format of {@link #toString()}, also that of older versions: {@code train/3}.
     *
     * @param text such as {@code train/3}
     * @return the task that is written so
     * @throws IllegalArgumentException if {@code text} does not have this format
     */
    public static TaskId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !isName(matcher.group(1))) {
            throw notATask(text);
        }
        List<Coordinate> position = new ArrayList<>();
        Matcher coordinate = COORDINATE.matcher(matcher.group(2));
        while (coordinate.find()) {
            position.add(
                    coordinate.group(1) != null
                            ? new Index(parseCoordinate(coordinate.group(1), text))
                            : new Iteration(parseCoordinate(coordinate.group(2), text)));
        }
        return new TaskId(matcher.group(1), position);
    }

    private static int parseCoordinate(String digits, String text) {
        long value = Long.parseLong(digits);
        if (value > Integer.MAX_VALUE || (digits.length() > 1 && digits.startsWith("0"))) {
            throw notATask(text);
        }
        return (int) value;
    }

    private static IllegalArgumentException notATask(String text) {
        return new IllegalArgumentException("`" + text + "` is not a task id, which looks like train/3");
    }

    /** {@return the iterations of the loops around the task, outermost first} */
    public IntStream iterations() {
        return position.stream().filter(Iteration.class::isInstance).mapToInt(Coordinate::value);
    }

    /**
     * {@return whether this is a task of {@code step} whose position begins with {@code start}}
     *
     * @param step the name of the step
     * @param start the beginning of the position, outermost first; empty for any
     */
    public boolean isWithin(String step, List<Coordinate> start) {
        return this.step.equals(step)
                && position.size() >= start.size()
                && position.subList(0, start.size()).equals(start);
    }

    /**
     * {@return an id that sorts after all tasks of {@code step} whose position begins with {@code start}}
     *
     * @param step the name of the step
     * @param start the beginning of the position, outermost first; empty for all tasks of the step
     */
    public static TaskId endOf(String step, List<Coordinate> start) {
        List<Coordinate> position = new ArrayList<>(start);
        position.add(new Iteration(Integer.MAX_VALUE)); // iterations sort after indexes, and no loop gets as far
        return new TaskId(step, position);
    }

    /** Written out: the virtual machine would make that of a record when it is first called, which takes a short process too long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskId id && step.equals(id.step) && position.equals(id.position);
    }

    @Override
    public int hashCode() {
        return 31 * step.hashCode() + position.hashCode();
    }

    @Override
    public int compareTo(TaskId other) {
        int order = step.equals(other.step) ? 0 : step.compareTo(other.step);
        for (int i = 0; order == 0 && i < Math.min(position.size(), other.position.size()); i++) {
            order = compare(position.get(i), other.position.get(i));
        }
        return order != 0 ? order : Integer.compare(position.size(), other.position.size());
    }

    private static int compare(Coordinate one, Coordinate other) {
        int order = Boolean.compare(one instanceof Iteration, other instanceof Iteration);
        return order != 0 ? order : Integer.compare(one.value(), other.value());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(step);
        position.forEach(text::append);
        return text.toString();
    }

    private static boolean isName(String step) {
        if (step.isEmpty() || !Character.isJavaIdentifierStart(step.codePointAt(0))) {
            return false;
        }
        for (int i = 0; i < step.length(); i += Character.charCount(step.codePointAt(i))) {
            int c = step.codePointAt(i);
            if (!Character.isJavaIdentifierPart(c) || Character.isIdentifierIgnorable(c)) {
                return false;
            }
        }
        return true;
    }

    private static void requireNotNegative(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("the position of a task must be at least 0, but is " + value);
        }
    }
}
