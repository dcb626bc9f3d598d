package dev.cairn.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A flow. Immutable.
 *
 * @param flowClass the class
 * @param isPublic whether the class, and every class around it, is public; generated types then are too
 * @param name the name of the flow
 * @param documentation the text of its javadoc, or the empty string
 * @param formerNames names under which older runs are stored
 * @param artifacts parameters, constants and artifacts, in the order of the fields
 * @param steps the steps, in the order of the methods
 * @param definitions what the named types are made of that the artifacts store
 * @param suppressed what {@code @SuppressWarnings} on the class, or around it, names, and what compilers warn of where parts of the
 *     flow are named: that they are deprecated, or raw
 * @param position the class
 */
public record FlowModel(
        ClassRef flowClass,
        boolean isPublic,
        String name,
        String documentation,
        List<String> formerNames,
        List<ArtifactModel> artifacts,
        List<StepModel> steps,
        List<StoredDefinition> definitions,
        List<String> suppressed,
        Position position) {
    /** Copies the lists. */
    public FlowModel {
        formerNames = List.copyOf(formerNames);
        artifacts = Indexed.of(artifacts, ArtifactModel::name);
        steps = Indexed.of(steps, StepModel::name);
        definitions = List.copyOf(definitions);
        suppressed = List.copyOf(suppressed);
    }

    /** The step of this name; the first, should there be several. */
    public Optional<StepModel> step(String name) {
        return ((Indexed<StepModel>) steps).find(name);
    }

    /** The artifact of this name. */
    public Optional<ArtifactModel> artifact(String name) {
        return ((Indexed<ArtifactModel>) artifacts).find(name);
    }
}
