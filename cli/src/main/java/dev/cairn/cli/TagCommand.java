package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.view.TagView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code tag}: shows the tags of a run, and adds and removes some, in one step. */
final class TagCommand implements Callable<Integer> {
    private static final String ADD = "--add";
    private static final String REMOVE = "--remove";

    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    TagCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this, "tag", "Shows the tags of a run; with --add or --remove, changes them first, in one step.");
        command.addPositional(Reading.run(known.own()));
        command.addOption(Options.values(ADD, "<tag>", "a tag to add; may be given several times"));
        command.addOption(Options.values(REMOVE, "<tag>", "a tag to remove; may be given several times"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        String name = parsed.matchedPositionalValue(0, "");
        Names.requirePathspec(name, known.own());
        List<String> add = Options.list(parsed, ADD);
        List<String> remove = Options.list(parsed, REMOVE);
        Optional<String> both = add.stream().filter(remove::contains).findFirst();
        if (both.isPresent()) {
            throw new UsageException("`" + both.get() + "` is both added and removed. Give it once.");
        }
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with(stored -> {
            Run run = stored.run(name);
            if (!add.isEmpty() || !remove.isEmpty()) {
                change(run, add, remove);
            }
            reading.show(new ShownTags(new TagView(run, run.tags())));
            return ExitStatus.OK;
        });
    }

    private static void change(Run run, List<String> add, List<String> remove) {
        try {
            run.changeTags(add, remove);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
    }
}
