package dev.cairn.cli;

import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.GarbageReport;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.view.GarbageView;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code gc}: deletes old runs, and values that nothing refers to. */
final class GcCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    GcCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        String own = known.own();
        CommandSpec command = Reading.showingSpec(
                this,
                "gc",
                "Deletes values that no run refers to, and, with --keep-last or --older-than, old runs"
                        + (own == null ? "" : " of flow " + own)
                        + ". Runs that are alive, the newest run of each flow that did not"
                        + " succeed, and runs with the tag `" + RetentionPolicy.KEEP + "` are kept.");
        if (own == null) {
            command.addPositional(Reading.subject("<flow>", false, "delete only runs of this flow"));
        }
        command.addOption(
                Options.value("--keep-last", "<number>", "delete runs, but keep so many of the newest of each flow"));
        command.addOption(Options.value(
                "--older-than", "<age>", "delete runs that started longer ago, such as `30d`, `12h` or `90m`"));
        command.addOption(Options.values("--keep-tag", "<tag>", "keep runs with this tag; may be given several times"));
        command.addOption(Options.flag("--dry-run", "say what would be deleted, and delete nothing"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        RetentionPolicy policy = policy(parsed);
        boolean isDry = parsed.hasMatchedOption("--dry-run");
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            if (policy.flow() != null) {
                stored.flow(policy.flow());
            }
            GarbageCollection collection =
                    GarbageCollection.of(datastore, policy).withClock(surroundings.clock());
            GarbageReport report = isDry ? collection.plan() : collection.run();
            reading.show(new ShownGarbage(new GarbageView(stored.url(), !isDry, report)));
            return ExitStatus.OK;
        });
    }

    private RetentionPolicy policy(ParseResult parsed) {
        RetentionPolicy policy = RetentionPolicy.keepAll().keepTags(Set.copyOf(Options.list(parsed, "--keep-tag")));
        String flow = parsed.matchedPositionalValue(0, known.own());
        if (flow != null) {
            policy = policy.ofFlow(flow);
        }
        String keepLast = Options.find(parsed, "--keep-last");
        if (keepLast != null) {
            policy = policy.keepLast(Options.atLeast(0, "--keep-last", keepLast));
        }
        String olderThan = Options.find(parsed, "--older-than");
        if (olderThan != null) {
            policy = policy.olderThan(Options.age("--older-than", olderThan));
        }
        if (keepLast == null
                && olderThan == null
                && (parsed.hasMatchedOption("--keep-tag") || flow != null && known.own() == null)) {
            throw new UsageException(
                    "Nothing says which runs to delete. Give --keep-last or --older-than, or neither a flow nor --keep-tag.");
        }
        return policy;
    }
}
