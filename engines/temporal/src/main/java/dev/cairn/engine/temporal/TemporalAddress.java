package dev.cairn.engine.temporal;

import dev.cairn.engine.UnknownEngineException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where runs are handed out: {@code temporal://host:7233/namespace/queue}. Immutable.
 *
 * @param target host and port of the server
 * @param namespace the namespace of the server
 * @param taskQueue the task queue that workers poll
 */
record TemporalAddress(String target, String namespace, String taskQueue) {
    private static final Pattern URL = Pattern.compile("temporal://([^/?#@\\s]+:\\d{1,5})/([^/?#\\s]+)/([^/?#\\s]+)");

    /**
     * Reads a URL.
     *
     * @throws UnknownEngineException if it does not have the form
     */
    static TemporalAddress parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new UnknownEngineException(
                    "`" + url + "` is not the URL of a Temporal task queue."
                            + " Use temporal://<host>:<port>/<namespace>/<task queue>, such as temporal://localhost:7233/default/flows.");
        }
        return new TemporalAddress(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    String url() {
        return "temporal://" + target + "/" + namespace + "/" + taskQueue;
    }

    /** The queue of what must not wait behind tasks: the signs of life of runs, and their ends. */
    static String keeperQueue(String taskQueue) {
        return taskQueue + ".keeper";
    }
}
