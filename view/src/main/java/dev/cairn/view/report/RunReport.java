package dev.cairn.view.report;

import dev.cairn.client.Cairn;
import dev.cairn.client.NoSuchRunException;
import dev.cairn.client.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as one HTML file. It opens from disk and needs nothing else: no server, no network, no code of the flow. It stays below five
 * megabytes however large the run is, and says what it leaves out. Values, output and names are hostile text: they are escaped, and a
 * Content-Security-Policy allows no script and no style but those of the page itself. Immutable and thread-safe.
 */
public final class RunReport {
    private final Run run;
    private final Optional<Run> previous;
    private final Optional<Run> origin;
    private final Instant now;
    private final ZoneId zone;

    private RunReport(Run run, Optional<Run> previous, Optional<Run> origin, Instant now, ZoneId zone) {
        this.run = run;
        this.previous = previous;
        this.origin = origin;
        this.now = now;
        this.zone = zone;
    }

    /**
     * The report of a run. It is compared with the run of the flow that was started before it, if there is one.
     *
     * @param cairn the datastore of the run
     * @param run the run, which may still go on
     * @param now the time of the report
     * @param zone the time zone in which times are shown
     * @return the report, which reads the run when it is written
     */
    public static RunReport of(Cairn cairn, Run run, Instant now, ZoneId zone) {
        return new RunReport(run, previous(cairn, run), run.origin().flatMap(origin -> find(cairn, origin)), now, zone);
    }

    private static Optional<Run> previous(Cairn cairn, Run run) {
        Instant start = run.startedAt();
        try (Stream<Run> runs = cairn.flow(run.flow()).stream()) {
            return runs.filter(other ->
                            !other.id().equals(run.id()) && !other.startedAt().isAfter(start))
                    .findFirst();
        }
    }

    private static Optional<Run> find(Cairn cairn, String pathspec) {
        try {
            return Optional.of(cairn.run(pathspec));
        } catch (NoSuchRunException e) {
            return Optional.empty(); // it was deleted
        }
    }

    /**
     * Writes the file.
     *
     * @param output where to write; it is flushed and stays open
     * @return what the page leaves out, a sentence each, as it says so itself
     * @throws IOException if {@code output} cannot be written
     */
    public List<String> writeTo(OutputStream output) throws IOException {
        StringBuilder page = new StringBuilder();
        List<String> left = new ReportPage(run, previous, origin, now, zone, RunFacts.MOST_ROWS).write(page);
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.append(page);
        writer.flush();
        return left;
    }
}
