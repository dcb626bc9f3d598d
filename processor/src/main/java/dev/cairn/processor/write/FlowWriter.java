package dev.cairn.processor.write;

import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.GraphModel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes the classes that are generated for a flow. The same models give the same bytes, always. Immutable.
 */
public final class FlowWriter {
    private final String version;
    private final Predicate<ClassRef> exists;

    /**
     * A writer for one compilation.
     *
     * @param version the version of the processor, which generated code names
     * @param exists whether the compilation knows a class, from the class path or as a source; asked of classes that hide
     *     those of {@code java.lang}, and of {@code javax.annotation.processing.Generated}, which not every module reads
     */
    public FlowWriter(String version, Predicate<ClassRef> exists) {
        this.version = version;
        this.exists = exists;
    }

    /**
     * All classes of a sound flow.
     *
     * @param bodies what the steps do, by name; of a step that is missing nothing is known
     */
    public List<GeneratedFile> write(FlowModel flow, GraphModel graph, Map<String, BodyModel> bodies) {
        throw new UnsupportedOperationException();
    }

    /**
     * The class with the views and the inputs of joins of a flow that breaks rules: its source names them, so that without
     * them the compiler would add messages of its own.
     */
    public GeneratedFile writeArtifacts(FlowModel flow) {
        throw new UnsupportedOperationException();
    }
}
