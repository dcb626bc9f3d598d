package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.datastore.RunId;
import dev.cairn.maintenance.RunDeletion;
import dev.cairn.view.ChangeView;
import java.util.ArrayList;
import java.util.List;
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
        CommandSpec command = Reading.showingSpec(
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
        List<ChangeView.Change> deleted = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        return reading.with((stored, datastore) -> {
            Map<RunId, Run> runs = reading.find(stored);
            try {
                for (Map.Entry<RunId, Run> each : runs.entrySet()) {
                    RunDeletion.delete(datastore, each.getKey());
                    deleted.add(new ChangeView.Change(each.getValue().pathspec(), "deleted"));
                    lines.add("Deleted run " + each.getValue().pathspec() + ".");
                }
            } finally {
                reading.show(new ShownChanges(new ChangeView(stored.url(), deleted), lines)); // also if one is refused
            }
            return ExitStatus.OK;
        });
    }
}
