package dev.cairn.engine.resume;

import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunRecord;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a resume. Immutable.
 *
 * @param from the step whose tasks, with all that follow them, run again; null if none is named
 * @param retryCaught whether tasks run again whose failure was caught
 * @param force whether the run that is resumed is ended even if nobody can say whether its engine still drives it
 */
public record ResumeOptions(@Nullable String from, boolean retryCaught, boolean force) {
    /** Nothing. */
    public static final ResumeOptions NONE = new ResumeOptions(null, false, false);

    /** What was asked when a run was resumed, which its record says. */
    static ResumeOptions of(RunRecord run) {
        return new ResumeOptions(
                run.attributes().get(RunAttributes.RESUMED_FROM_STEP),
                run.attributes().containsKey(RunAttributes.RETRIES_CAUGHT),
                false);
    }

    /** The attributes of a run that is resumed, from which other processes get to know what was asked. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        if (from != null) {
            attributes.put(RunAttributes.RESUMED_FROM_STEP, from);
        }
        if (retryCaught) {
            attributes.put(RunAttributes.RETRIES_CAUGHT, "true");
        }
        return attributes;
    }

    /** The same, from a step on. */
    public ResumeOptions withFrom(String step) {
        return new ResumeOptions(step, retryCaught, force);
    }

    /** The same, with tasks whose failure was caught. */
    public ResumeOptions withRetryCaught() {
        return new ResumeOptions(from, true, force);
    }

    /** The same, by force. */
    public ResumeOptions withForce() {
        return new ResumeOptions(from, retryCaught, true);
    }
}
