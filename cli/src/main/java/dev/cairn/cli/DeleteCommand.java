package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.RunId;
import dev.cairn.maintenance.RunDeletion;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code delete}: deletes runs by name. */
final class DeleteCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    DeleteCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this, "delete", "Deletes runs with their tasks, logs and files. `gc` frees the space of their values.");
        command.addPositional(Reading.runs(known.own()));
        spec = command;
        return command;
    }

    /** Finds all of them before it deletes the first: whoever mistypes one loses none. */
    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            for (Map.Entry<RunId, Run> each : reading.find(stored).entrySet()) {
                RunDeletion.delete(datastore, each.getKey());
                surroundings.terminal().line("Deleted run " + each.getValue().pathspec() + ".");
            }
            return ExitStatus.OK;
        });
    }
}
