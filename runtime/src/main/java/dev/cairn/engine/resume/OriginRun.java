package dev.cairn.engine.resume;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.values.ArtifactLoader;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The run that is resumed: it has ended, and nobody writes to it any more. Immutable.
 *
 * @param run the run
 * @param graph its graph, which may be another one than that of the code of today
 */
public record OriginRun(RunRecord run, FlowGraph graph) {
    /**
     * Finds the run. If its process died, it is ended first, so that the process can write nothing more if it was only stopped for a
     * while.
     *
     * @param name its id, perhaps after the name of the flow and a slash
     * @param force whether to end it too if nobody can say whether its engine still drives it
     * @throws ResumeRefusedException if it is not a run of the flow, or if its process is alive
     */
    public static OriginRun end(FlowDefinition<?> definition, Datastore datastore, String name, boolean force) {
        RunId id = id(definition, name);
        RunRecord run = find(datastore, id, definition);
        if (run.status() == RunStatus.RUNNING) {
            RunLife life = RunOwners.end(datastore.runs(), run, force);
            run = find(datastore, id, definition);
            return ended(run, life, datastore);
        }
        return ended(run, RunLife.GONE, datastore);
    }

    /**
     * The same, but changes nothing: a run whose process died counts as ended.
     *
     * @param now the time
     */
    static OriginRun look(FlowDefinition<?> definition, Datastore datastore, String name, Instant now) {
        RunRecord run = find(datastore, id(definition, name), definition);
        boolean isOpen = run.status() == RunStatus.RUNNING;
        return ended(run, isOpen ? RunOwners.find(run, now) : RunLife.GONE, datastore);
    }

    private static OriginRun ended(RunRecord run, RunLife life, Datastore datastore) {
        if (life != RunLife.GONE) {
            throw new ResumeRefusedException(RunAttributes.engine(run)
                    .map(engine -> refusal(path(run), engine, life))
                    .orElseGet(() -> refusal(path(run))));
        }
        ArtifactRef graph = Objects.requireNonNull(run.artifacts().get(FlowGraph.ARTIFACT));
        Object stored = Objects.requireNonNull(new ArtifactLoader(datastore).value(graph, Codecs.any()));
        return new OriginRun(run, FlowGraph.of((Map<?, ?>) stored));
    }

    private static String refusal(String path) {
        return "run " + path + " is still running: its process gave a sign of life within the last "
                + Lease.DURATION.toSeconds()
                + " seconds. Stop it, and resume the run when it has ended; if the process was killed, try again in "
                + Lease.DURATION.toSeconds() + " seconds.";
    }

    private static String refusal(String path, String engine, RunLife life) {
        return life == RunLife.UNKNOWN
                ? "whether run " + path + " is still running is not known: its engine " + engine
                        + " cannot be asked. Try again when it responds, or take the run from it with --force, or"
                        + " forceResume(): then nothing more is stored for the run."
                : "run " + path + " is still running: its engine " + engine
                        + " drives it. Stop it, and resume the run when it has ended.";
    }

    private static RunId id(FlowDefinition<?> definition, String name) {
        int slash = name.lastIndexOf('/');
        String flow = slash < 0 ? definition.name() : name.substring(0, slash);
        if (!isNameOf(definition, flow)) {
            throw new ResumeRefusedException("run `" + name + "` is not a run of flow " + definition.name()
                    + ". Resume it with the code of its own flow.");
        }
        try {
            return new RunId(name.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            throw new ResumeRefusedException(e.getMessage() + ". Name the run to resume by its whole id.");
        }
    }

    private static boolean isNameOf(FlowDefinition<?> definition, String flow) {
        return definition.name().equals(flow) || definition.formerNames().contains(flow);
    }

    private static RunRecord find(Datastore datastore, RunId id, FlowDefinition<?> definition) {
        RunRecord run = datastore
                .runs()
                .find(id)
                .orElseThrow(() -> new ResumeRefusedException("run " + definition.name() + "/" + id + " is not in "
                        + datastore.url() + ". Open the datastore in which it was started."));
        if (!isNameOf(definition, run.flow())) {
            throw new ResumeRefusedException("run " + path(run) + " is not a run of flow " + definition.name()
                    + ". Resume it with the code of its own flow.");
        }
        return run;
    }

    private static String path(RunRecord run) {
        return run.flow() + "/" + run.id();
    }

    /** Its path, such as {@code ModelSelection/20261123T211357042-k3f9x2dq}. */
    public String path() {
        return path(run);
    }
}
