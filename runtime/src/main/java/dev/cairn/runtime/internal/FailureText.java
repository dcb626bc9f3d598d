package dev.cairn.runtime.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an exception, whatever its class does when it is asked: methods that throw, return null, name endless
 * causes or have megabytes to say. Laid out as {@link Throwable#printStackTrace} does, but with frames that repeat folded, and
 * cut where nobody would read on. Thread-safe.
 */
public final class FailureText {
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_MESSAGE = 16_000;
    private static final int FIRST_CAUSES = 8;
    private static final int MOST_CAUSES = 100_000;
    private static final int MOST_SUPPRESSED = 8;

    private final HiddenTexts hidden;
    private final StringBuilder text = new StringBuilder();

    private FailureText(HiddenTexts hidden) {
        this.hidden = hidden;
    }

    /**
     * The class and the message: {@code java.io.IOException: disk full}.
     *
     * @param failure an exception of any class
     * @return one text, of limited length
     */
    public static String line(Throwable failure) {
        return line(failure, HiddenTexts.NONE);
    }

    /**
     * The same, without what is hidden: that is replaced before a long text is cut, so that no part of it is left.
     *
     * @param failure an exception of any class
     * @param hidden what must not be shown
     * @return one text, of limited length
     */
    public static String line(Throwable failure, HiddenTexts hidden) {
        String own = ask(failure, Throwable::toString);
        if (own == null) {
            String message = message(failure, hidden);
            own = message.isEmpty()
                    ? failure.getClass().getName()
                    : failure.getClass().getName() + ": " + message;
        }
        return cut(hidden.hide(own), LONGEST_LINE);
    }

    /**
     * The message; the empty string if there is none.
     *
     * @param failure an exception of any class
     * @return the message, of limited length
     */
    public static String message(Throwable failure) {
        return message(failure, HiddenTexts.NONE);
    }

    /**
     * The same, without what is hidden.
     *
     * @param failure an exception of any class
     * @param hidden what must not be shown
     * @return the message, of limited length
     */
    public static String message(Throwable failure, HiddenTexts hidden) {
        try {
            String message = failure.getMessage();
            return message == null ? "" : cut(hidden.hide(message), LONGEST_MESSAGE);
        } catch (Throwable e) { // whatever a class of the user's throws
            return "(its getMessage() throws " + e.getClass().getName() + ")";
        }
    }

    /**
     * The failure with its frames, its causes and what it suppressed.
     *
     * @param failure an exception of any class
     * @return lines, each of which ends with a line feed
     */
    public static String trace(Throwable failure) {
        return trace(failure, HiddenTexts.NONE);
    }

    /**
     * The same, without what is hidden.
     *
     * @param failure an exception of any class
     * @param hidden what must not be shown
     * @return lines, each of which ends with a line feed
     */
    public static String trace(Throwable failure, HiddenTexts hidden) {
        FailureText all = new FailureText(hidden);
        all.addChain(failure);
        return all.text.toString();
    }

    /** A failure and its causes, the first of them first, and the last one, which started it, in any case. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable last = failure;
        for (Throwable next = failure; next != null && seen.size() < MOST_CAUSES && seen.add(next); ) {
            last = next;
            if (chain.size() < FIRST_CAUSES) {
                chain.add(next);
            }
            next = ask(next, Throwable::getCause);
        }
        if (chain.get(chain.size() - 1) != last) {
            chain.add(last);
        }
        return chain;
    }

    private void addChain(Throwable failure) {
        List<Throwable> chain = chain(failure);
        StackTraceElement[] around = {};
        for (int i = 0; i < chain.size(); i++) {
            Throwable each = chain.get(i);
            if (i == FIRST_CAUSES) {
                text.append("... and more causes, of which this is the last\n");
            }
            StackTraceElement[] frames = frames(each);
            add(i == 0 ? "" : "Caused by: ", each, frames, around, "");
            addSuppressed(each, frames);
            around = frames;
        }
    }

    private void addSuppressed(Throwable failure, StackTraceElement[] around) {
        Throwable[] suppressed = failure.getSuppressed(); // final: nobody overrides it
        for (int i = 0; i < suppressed.length; i++) {
            if (i == MOST_SUPPRESSED) {
                text.append("\t... and ").append(suppressed.length - i).append(" more that were suppressed\n");
                return;
            }
            add("\tSuppressed: ", suppressed[i], frames(suppressed[i]), around, "\t");
            Throwable cause = ask(suppressed[i], Throwable::getCause);
            if (cause != null && cause != failure) {
                add("\tCaused by: ", cause, frames(cause), around, "\t");
            }
        }
    }

    private void add(
            String caption, Throwable failure, StackTraceElement[] frames, StackTraceElement[] around, String indent) {
        text.append(caption).append(line(failure, hidden)).append('\n');
        int common = common(frames, around);
        FrameText.add(text, frames, frames.length - common, indent);
        if (common > 0) {
            text.append(indent).append("\t... ").append(common).append(" more\n");
        }
    }

    /** The number of frames at the end that are those of the failure around this one. */
    private static int common(StackTraceElement[] frames, StackTraceElement[] around) {
        int common = 0;
        while (common < Math.min(frames.length, around.length)
                && frames[frames.length - 1 - common].equals(around[around.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private static StackTraceElement[] frames(Throwable failure) {
        StackTraceElement[] frames = ask(failure, Throwable::getStackTrace);
        return frames == null ? new StackTraceElement[0] : frames;
    }

    /** What a method of the failure's class says; null if it throws. */
    static <T> @Nullable T ask(Throwable failure, Function<Throwable, @Nullable T> question) {
        try {
            return question.apply(failure);
        } catch (Throwable e) { // whatever a class of the user's throws
            return null;
        }
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
