package dev.cairn.cli;

import dev.cairn.client.Cairn;
import dev.cairn.client.NoSuchRunException;
import dev.cairn.client.Pathspec;
import dev.cairn.client.Run;
import dev.cairn.runtime.internal.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a name means that may be short: the flow may be left out, or be the beginning of its name; the run may be {@code latest},
 * or the beginning or the end of its id. What could mean several things is refused, with what it could mean.
 *
 * @param cairn gives access to the runs
 * @param url the URL of the datastore, for messages
 * @param known the flows whose code is at hand
 */
record Names(Cairn cairn, String url, KnownFlows known) {
    /** What stands for a flow that is not known yet; no flow can have this name. */
    private static final String SOME_FLOW = "?";

    /** @throws UsageException if {@code text} is no pathspec, whatever flows and runs there are */
    static void requirePathspec(String text, @Nullable String own) {
        if (own != null || !isPathspec(text)) {
            parse(text, own == null ? SOME_FLOW : own);
        }
    }

    /** The name of a flow may look like a run. */
    private static boolean isPathspec(String text) {
        try {
            Pathspec.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws UsageException if {@code text} is no pathspec */
    static Pathspec parse(String text, @Nullable String own) {
        try {
            return Pathspec.parse(text, own);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageException(message + (message.endsWith(".") ? "" : "."));
        }
    }

    /**
     * What a name means.
     *
     * @throws UsageException if {@code text} is no pathspec
     * @throws NotFoundException if it names no flow, or may mean several
     * @throws NoSuchRunException if it names no run, or may mean several
     */
    Pathspec resolve(String text) {
        requirePathspec(text, known.own());
        int end = text.indexOf('/');
        String first = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end);
        String own = known.own();
        boolean mayBeRun = Pathspec.mayBeRun(first);
        if (own != null && mayBeRun && !first.equals(own)) {
            return parse(text, own);
        } else if (own == null && mayBeRun && !isFlow(first)) {
            return ofAnyFlow(first, rest);
        }
        return parse(flow(first) + rest, null);
    }

    /** A run without its flow; where there is none, what it means may still be the beginning of the name of a flow. */
    private Pathspec ofAnyFlow(String id, String rest) {
        Run run;
        try {
            run = cairn.runById(id);
        } catch (NoSuchRunException e) {
            String flow = flow(id);
            if (!flow.equals(id)) {
                return parse(flow + rest, null);
            }
            String meant = Suggestions.didYouMean(id, List.of(Pathspec.LATEST)) + Suggestions.didYouMean(id, flows());
            throw meant.isEmpty()
                    ? e
                    : new NotFoundException("there is no run or flow `" + id + "` in " + url + "." + meant);
        }
        return parse(run.id() + rest, run.flow());
    }

    /** The flow of this name, or the only one whose name begins so; if there is none, what was given. */
    String flow(String name) {
        if (isFlow(name)) {
            return name;
        }
        String beginning = name.toLowerCase(Locale.ROOT);
        List<String> candidates = flows().stream()
                .filter(flow -> flow.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
        if (candidates.size() > 1) {
            throw new NotFoundException("`" + name + "` matches several flows: " + String.join(", ", candidates)
                    + ". Write more of the name.");
        }
        return candidates.isEmpty() ? name : candidates.get(0);
    }

    private TreeSet<String> flows() {
        TreeSet<String> names = new TreeSet<>(known.names());
        names.addAll(cairn.flows());
        return names;
    }

    private boolean isFlow(String name) {
        return known.find(name).isPresent() || hasRuns(name);
    }

    private boolean hasRuns(String flow) {
        try (Stream<Run> runs = cairn.flow(flow).stream()) {
            return runs.findFirst().isPresent();
        }
    }
}
