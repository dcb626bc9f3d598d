package dev.cairn.cli;

import dev.cairn.cli.StepProgress.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how far a step has come. */
final class ProgressText {
    private static final long MOST_SECONDS = Duration.ofDays(1000).toSeconds();

    private ProgressText() {}

    /** {@code step train started: 3 tasks}; where there is one task, or nobody knows how many, without the number. */
    static String started(State step) {
        return "step " + step.step() + " started"
                + (step.expected() > 1 ? ": " + tasks(step.expected()) : "")
                + (step.reused() > 0 ? ", " + number(step.reused()) + " of them reused" : "");
    }

    /** {@code step train: 3 tasks in 1.2 s}. */
    static String ended(State step) {
        long own = step.done() - step.reused();
        return "step " + step.step() + ": " + tasks(own + step.failed()) + " in " + Amounts.duration(step.took())
                + remarks(step);
    }

    /** {@code train  1,234 of 10,000 tasks, 4 running, 411/s, 21 s left}. */
    static String going(State step, double perSecond) {
        List<String> parts = new ArrayList<>();
        if (step.expected() == 1) {
            parts.add("running for " + Amounts.duration(step.since()));
        } else {
            parts.add(step.expected() > 1 ? number(step.done()) + " of " + tasks(step.expected()) : tasks(step.done()));
            parts.add(number(step.running()) + " running");
        }
        String text = String.join(", ", parts) + remarks(step);
        return step.expected() == 1 || perSecond <= 0 ? text : text + ", " + rate(perSecond) + left(step, perSecond);
    }

    private static String remarks(State step) {
        return (step.failed() > 0 ? ", " + number(step.failed()) + " failed" : "")
                + (step.retried() > 0 ? ", " + number(step.retried()) + " retried" : "");
    }

    private static String left(State step, double perSecond) {
        if (step.expected() <= 1) {
            return "";
        }
        double seconds = Math.max(0, step.expected() - step.done() - step.failed()) / perSecond;
        return seconds > MOST_SECONDS ? "" : ", " + coarse(Duration.ofSeconds((long) Math.ceil(seconds))) + " left";
    }

    /** A guess has no tenths of a second. */
    private static String coarse(Duration duration) {
        return duration.toMinutes() < 1 ? duration.toSeconds() + " s" : Amounts.duration(duration);
    }

    private static String rate(double perSecond) {
        return perSecond < 10 ? String.format(Locale.ROOT, "%.1f/s", perSecond) : number(Math.round(perSecond)) + "/s";
    }

    private static String tasks(long count) {
        return number(count) + (count == 1 ? " task" : " tasks");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
