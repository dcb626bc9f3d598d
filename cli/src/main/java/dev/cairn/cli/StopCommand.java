package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.view.ChangeView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code stop}: asks the process of a run, which may be another one, to stop it. */
final class StopCommand implements Callable<Integer> {
    /** What a sign of life may be late. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    StopCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command =
                Reading.showingSpec(this, "stop", "Asks the process of a run to stop it, as Ctrl-C does.");
        command.addPositional(Reading.run(known.own()));
        spec = command;
        return command;
    }

    /** A process that was killed looks alive for a while. */
    private String whenItIsSeen(RunRecord run) {
        Duration silent =
                Duration.between(run.heartbeatAt(), surroundings.clock().instant());
        Optional<String> engine = RunAttributes.engine(run);
        if (engine.isPresent() && silent.compareTo(Lease.DURATION) > 0) {
            return "But no worker of its engine " + engine.get() + " has given a sign of life for " + silent.toSeconds()
                    + " seconds: it stops when one comes.";
        }
        if (silent.compareTo(Lease.RENEWAL.plus(TOLERANCE)) <= 0) {
            return "Its process sees that within " + Lease.RENEWAL.toSeconds() + " seconds.";
        }
        return "But its process seems to be dead: its last sign of life is " + silent.toSeconds()
                + " seconds old, and one is due every " + Lease.RENEWAL.toSeconds() + ". After "
                + Lease.DURATION.toSeconds() + " seconds the run counts as died; then `resume` goes on where it ended.";
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String name = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(name, known.own());
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            Run run = stored.run(name);
            Stop stop = stop(run, datastore);
            ChangeView.Change change = new ChangeView.Change(run.pathspec(), stop.result());
            reading.show(new ShownChanges(new ChangeView(stored.url(), List.of(change)), List.of(stop.sentence())));
            return ExitStatus.OK;
        });
    }

    /**
     * What became of the request.
     *
     * @param result the same for programs
     */
    private record Stop(String result, String sentence) {}

    private Stop stop(Run run, Datastore datastore) {
        if (run.finished()) {
            return new Stop("ended", "Run " + run.pathspec() + " has ended already.");
        } else if (run.died()) {
            return new Stop(
                    "died",
                    "Run " + run.pathspec() + " has died already: its process gives no sign of life. `resume` goes on"
                            + " where it ended.");
        }
        RunId id = new RunId(run.id());
        datastore.runs().requestStop(id);
        String seen = datastore.runs().find(id).map(this::whenItIsSeen).orElse("");
        return new Stop("requested", "Asked run " + run.pathspec() + " to stop. " + seen);
    }
}
