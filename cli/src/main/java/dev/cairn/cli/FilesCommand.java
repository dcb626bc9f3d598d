package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.client.RunFile;
import dev.cairn.runtime.RunFiles;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.view.RunFileList;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code files}: lists the files that the tasks of a run stored, and copies them. */
final class FilesCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    FilesCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "files",
                "Lists the files that the tasks of a run stored with task.files(); with --to, copies them too.");
        command.addPositional(Reading.run(known.own()));
        command.addPositional(PositionalParamSpec.builder()
                .index("1..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("<key>")
                .description("only these files")
                .build());
        command.addOption(
                Options.value("--to", "<directory>", "where to copy them to; what is there is not overwritten"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String name = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(name, known.own());
        List<String> keys = parsed.matchedPositionalValue(1, List.of());
        String to = Options.find(parsed, "--to");
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            Run run = stored.run(name);
            requireAll(run, keys);
            Optional<CopiedFiles> target = Optional.ofNullable(to).map(path -> CopiedFiles.in(Path.of(path)));
            try (Stream<RunFile> files = run.listFiles()) {
                Iterator<RunFileList.Shown> shown = files.filter(file -> keys.isEmpty() || keys.contains(file.key()))
                        .map(file ->
                                new RunFileList.Shown(file, target.map(copies -> copies.copy(run.files(), file.key()))))
                        .iterator();
                reading.show(new ShownRunFiles(new RunFileList(run.pathspec(), shown)));
            }
            return ExitStatus.OK;
        });
    }

    /** Says what is missing before anything is copied. */
    private static void requireAll(Run run, List<String> keys) {
        RunFiles files = run.files();
        for (String key : keys) {
            if (!files.has(key)) {
                throw new NotFoundException("run " + run.pathspec() + " has no file `" + key + "`."
                        + Suggestions.didYouMean(key, files.keys()) + " `files` without a key lists them.");
            }
        }
    }
}
