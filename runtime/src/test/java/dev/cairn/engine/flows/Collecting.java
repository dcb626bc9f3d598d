package dev.cairn.engine.flows;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow class whose fields have initialisers, one of which makes another value for each instance. */
final class Collecting {
    int result;
    int count;
    List<Integer> results = new ArrayList<>();
    Map<String, Integer> sums = new HashMap<>();
    int[] counts = new int[2];
    Account account = new Account(0);
    String mode = "fast";

    @Nullable
    String keep;

    List<UUID> marks = new ArrayList<>(List.of(UUID.randomUUID()));

    @Nullable
    Failure failure;

    /** The artifacts of {@link Collecting}. */
    enum Name {
        RESULT("result"),
        COUNT("count"),
        RESULTS("results"),
        SUMS("sums"),
        COUNTS("counts"),
        ACCOUNT("account"),
        MODE("mode"),
        KEEP("keep"),
        MARKS("marks"),
        FAILURE("failure");

        private final String artifact;

        Name(String artifact) {
            this.artifact = artifact;
        }

        @Override
        public String toString() {
            return artifact;
        }
    }

    /** A flow without steps. */
    static TestFlow.Builder<Collecting> flow() {
        return TestFlow.of("Collecting", Collecting.class, Collecting::new)
                .artifact("result", "int", Codecs.INT, flow -> flow.result, (flow, value) -> flow.result = value)
                .artifact("count", "int", Codecs.INT, flow -> flow.count, (flow, value) -> flow.count = value)
                .field(
                        ArtifactDefinition.artifact("results", "List<Integer>", Codecs.list(Codecs.BOXED_INT))
                                .initialised(),
                        flow -> flow.results,
                        (flow, value) -> flow.results = value)
                .field(
                        ArtifactDefinition.artifact(
                                        "sums", "Map<String, Integer>", Codecs.map(Codecs.STRING, Codecs.BOXED_INT))
                                .initialised(),
                        flow -> flow.sums,
                        (flow, value) -> flow.sums = value)
                .field(
                        ArtifactDefinition.artifact("counts", "int[]", Codecs.INT_ARRAY)
                                .initialised(),
                        flow -> flow.counts,
                        (flow, value) -> flow.counts = value)
                .field(
                        ArtifactDefinition.artifact("account", "Account", Account.CODEC)
                                .initialised(),
                        flow -> flow.account,
                        (flow, value) -> flow.account = value)
                .field(
                        ArtifactDefinition.artifact("mode", "String", Codecs.STRING)
                                .initialised(),
                        flow -> flow.mode,
                        (flow, value) -> flow.mode = value)
                .artifact("keep", "String", Codecs.STRING, flow -> flow.keep, (flow, value) -> flow.keep = value)
                .field(
                        ArtifactDefinition.artifact("marks", "List<UUID>", Codecs.list(Codecs.UUID))
                                .initialised(),
                        flow -> flow.marks,
                        (flow, value) -> flow.marks = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        flow -> flow.failure,
                        (flow, value) -> flow.failure = value);
    }
}
