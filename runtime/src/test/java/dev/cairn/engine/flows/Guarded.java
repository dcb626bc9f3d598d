package dev.cairn.engine.flows;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow class with secret parameters; each test gives it steps. */
public final class Guarded {
    public @Nullable String token;
    public List<String> keys = List.of();
    public int pin;
    public @Nullable IncludedFile file;
    public String region = "north";
    public List<Integer> numbers = List.of();
    public String seen = "";

    /** The artifacts of {@link Guarded}. */
    public enum Name {
        REGION("region"),
        NUMBERS("numbers"),
        SEEN("seen");

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
    public static TestFlow.Builder<Guarded> flow() {
        return TestFlow.of("Guarded", Guarded.class, Guarded::new)
                .field(
                        ArtifactDefinition.parameter("token", "String", Codecs.STRING)
                                .help("token of the service")
                                .confidential(),
                        flow -> flow.token,
                        (flow, value) -> flow.token = value)
                .field(
                        ArtifactDefinition.parameter("keys", "List<String>", Codecs.list(Codecs.STRING))
                                .confidential(),
                        flow -> flow.keys,
                        (flow, value) -> flow.keys = value)
                .field(
                        ArtifactDefinition.parameter("pin", "int", Codecs.INT).confidential(),
                        flow -> flow.pin,
                        (flow, value) -> flow.pin = value)
                .field(
                        ArtifactDefinition.parameter("file", "IncludedFile", IncludedFile.CODEC)
                                .confidential(),
                        flow -> flow.file,
                        (flow, value) -> flow.file = value)
                .field(
                        ArtifactDefinition.parameter("region", "String", Codecs.STRING),
                        flow -> flow.region,
                        (flow, value) -> flow.region = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact("seen", "String", Codecs.STRING, flow -> flow.seen, (flow, value) -> flow.seen = value);
    }
}
