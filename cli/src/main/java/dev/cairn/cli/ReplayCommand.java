package dev.cairn.cli;

import dev.cairn.client.Pathspec;
import dev.cairn.client.Task;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.OutputListener;
import dev.cairn.engine.TaskReplay;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.TaskArtifacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay}: runs a stored task once more in this process, on this thread, and stores nothing: for a debugger. */
final class ReplayCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    ReplayCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.spec(
                this,
                "replay",
                "Runs a stored task once more with what it had before its step, and stores nothing: to find out why it"
                        + " failed, in a debugger.");
        command.addPositional(Reading.subject(
                "<pathspec>", true, "flow/run/step or flow/run/step/task, where the run may be `latest`"));
        command.addOption(Options.value("--attempt", "<number>", "the attempt, from 0; default is the newest"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String text = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(text, known.own());
        String number = Options.find(parsed, "--attempt");
        int attempt = number == null ? -1 : Options.atLeast(0, "--attempt", number);
        return new Reading(parsed, surroundings, known).with(stored -> {
            Pathspec pathspec = stored.resolve(text);
            if (pathspec.step() == null || pathspec.artifact() != null) {
                throw new UsageException("`" + text + "` does not name a task. Name one, such as " + pathspec.flow()
                        + "/" + Pathspec.LATEST + "/start.");
            }
            replay(attempt(stored, pathspec, attempt));
            return ExitStatus.OK;
        });
    }

    private static Task attempt(StoredRuns stored, Pathspec pathspec, int number) {
        String task = pathspec.task() == null
                ? Objects.requireNonNull(pathspec.step())
                : pathspec.task().toString();
        List<Task> attempts = stored.run(pathspec).attempts(task);
        if (attempts.isEmpty()) {
            throw new NotFoundException("run " + stored.run(pathspec).pathspec() + " has no attempt at task " + task
                    + " that has ended, so it cannot run again. `show` lists its tasks.");
        }
        return number < 0
                ? attempts.get(attempts.size() - 1)
                : attempts.stream()
                        .filter(each -> each.attempt() == number)
                        .findFirst()
                        .orElseThrow(() ->
                                new NotFoundException("task " + attempts.get(0).pathspec()
                                        + " has no attempt " + number + "; its attempts are "
                                        + attempts.stream().map(Task::attempt).toList() + "."));
    }

    private void replay(Task attempt) {
        TaskArtifacts then = attempt.taskArtifacts();
        Terminal terminal = surroundings.terminal();
        OutputListener listener = (path, line) -> terminal.line("[" + attempt.id() + "] " + line.text());
        TaskRecord record = then.record().orElseThrow();
        try (TaskReplay<?> replay = TaskReplay.of(then.definition(), then.datastore(), record, listener)) {
            terminal.line("attempt " + attempt.attempt() + " of task " + attempt.pathspec() + " runs once more");
            replay.change()
                    .ifPresent(change -> terminal.error(
                            "step `" + attempt.step() + "` may not do what it did then: " + change + "."));
            tell(attempt, record, call(replay, attempt));
        }
    }

    private static TaskArtifacts call(TaskReplay<?> replay, Task attempt) {
        try {
            return replay.call();
        } catch (Exception failure) {
            replay.keepUserFrames(failure);
            throw new FlowFailedException(attempt.run().id(), attempt.pathspec(), failure);
        }
    }

    private void tell(Task attempt, TaskRecord then, TaskArtifacts after) {
        Map<String, ArtifactRef> before = then.artifacts();
        Map<String, ArtifactRef> now = after.record().orElseThrow().artifacts();
        List<String> differences = Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .toList();
        Terminal terminal = surroundings.terminal();
        terminal.line("task " + attempt.id() + " returned"
                + (differences.isEmpty()
                        ? ", and left what it had left then"
                        : ", and left other artifacts than then:"));
        for (String name : differences) {
            Optional<ArtifactRef> left = Optional.ofNullable(now.get(name));
            terminal.line(
                    "  " + name + (left.isEmpty() ? " is missing" : before.containsKey(name) ? " differs" : " is new"));
        }
    }
}
