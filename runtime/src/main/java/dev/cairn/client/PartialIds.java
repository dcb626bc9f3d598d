package dev.cairn.client;

import dev.cairn.datastore.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs that are named by the beginning or the end of their ids. */
final class PartialIds {
    /** So many candidates are named where it is not clear which run is meant. */
    private static final int NAMED = 5;

    private PartialIds() {}

    /**
     * The only run whose id begins or ends with {@code part}; empty if there is none.
     *
     * @throws NoSuchRunException if there are several
     */
    static Optional<RunRecord> only(Stream<RunRecord> runs, String part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        List<RunRecord> matching = runs.filter(run ->
                        run.id().value().startsWith(part) || run.id().value().endsWith(part))
                .limit(NAMED + 1)
                .toList();
        if (matching.size() > 1) {
            throw new NoSuchRunException("`" + part + "` matches several runs: "
                    + matching.stream()
                            .limit(NAMED)
                            .map(run -> run.flow() + "/" + run.id())
                            .collect(Collectors.joining(", "))
                    + (matching.size() > NAMED ? " and more" : "") + ". Write more of the id.");
        }
        return matching.stream().findFirst();
    }
}
