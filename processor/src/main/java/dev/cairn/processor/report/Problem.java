package dev.cairn.processor.report;

import dev.cairn.processor.model.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to tell about a flow. Immutable; the methods that add a detail give a new problem.
 *
 * @param id what kind of problem it is: stable, documented, and what {@code @SuppressWarnings("cairn:<id>")} names
 * @param severity how sure it is
 * @param headline what is wrong, in one sentence without a full stop
 * @param details the lines below, in order: the witness first, what mends it last
 * @param position the finest place that shows it
 */
public record Problem(String id, Severity severity, String headline, List<Detail> details, Position position) {
    /**
     * A line below the headline.
     *
     * @param label what it is about, in at most six letters
     * @param text what it says; each line of it stands on one of its own
     */
    public record Detail(String label, String text) {}

    /** Copies the list. */
    public Problem {
        details = List.copyOf(details);
    }

    /** What is certainly wrong. */
    public static Problem error(String id, Position position, String headline) {
        return new Problem(id, Severity.ERROR, headline, List.of(), position);
    }

    /** What may be wrong. */
    public static Problem warning(String id, Position position, String headline) {
        return new Problem(id, Severity.WARNING, headline, List.of(), position);
    }

    /** What is good to know. */
    public static Problem note(String id, Position position, String headline) {
        return new Problem(id, Severity.NOTE, headline, List.of(), position);
    }

    /** With the steps along which it happens. */
    public Problem path(List<String> steps) {
        return detail("path", Path.text(steps));
    }

    /** With a second path, beside which {@link #path} is wrong. */
    public Problem and(List<String> steps) {
        return detail("and", Path.text(steps));
    }

    /** With what mends it: sentences, with full stops. */
    public Problem fix(String text) {
        return detail("fix", text);
    }

    /** With one more line. */
    public Problem detail(String label, String text) {
        List<Detail> longer = new ArrayList<>(details);
        longer.add(new Detail(label, text));
        return new Problem(id, severity, headline, longer, position);
    }

    /** With one more line, above the others. */
    public Problem second(String label, String text) {
        List<Detail> longer = new ArrayList<>(List.of(new Detail(label, text)));
        longer.addAll(details);
        return new Problem(id, severity, headline, longer, position);
    }

    /**
     * The whole message: the headline, then the details, indented and aligned.
     *
     * <pre>
     * [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
     *   path:  start -&gt; a -&gt; join -&gt; end
     *   fix:   assign it in one of these steps, or give the field an initial value. Did you mean `reports`?
     * </pre>
     */
    public String message() {
        StringBuilder message = new StringBuilder("[cairn:" + id + "] " + headline);
        for (Detail detail : details) {
            String margin = "  " + detail.label() + ":"
                    + " ".repeat(Math.max(1, 6 - detail.label().length()));
            message.append('\n').append(margin).append(detail.text().replace("\n", "\n" + " ".repeat(margin.length())));
        }
        return message.toString();
    }
}
