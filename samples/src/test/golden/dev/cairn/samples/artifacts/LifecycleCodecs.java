package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link Lifecycle} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class LifecycleCodecs {
    /** Stores {@link Lifecycle#events}. */
    static final ArtifactCodec<List<String>> EVENTS = Codecs.list(Codecs.STRING);

    private LifecycleCodecs() {}
}
