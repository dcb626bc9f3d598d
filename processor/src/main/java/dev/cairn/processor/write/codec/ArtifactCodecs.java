package dev.cairn.processor.write.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.write.context.CodecNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists the constants that the other generated classes use: of artifacts, and of the elements over which a foreach
 * runs.
 */
final class ArtifactCodecs {
    private final FlowModel flow;
    private final CodecNames names;
    private final List<Entry> entries = new ArrayList<>();

    private ArtifactCodecs(FlowModel flow, CodecNames names) {
        this.flow = flow;
        this.names = names;
    }

    /**
     * One constant.
     *
     * @param subject what it stores of the artifact: all of it, if empty
     */
    record Entry(String constant, JavaType declared, StoredType stored, String subject, String artifact) {
        CodeBlock javadoc(ClassName flow) {
            return CodeBlock.of("Stores $L{@link $T#$L}.", subject, flow, artifact);
        }
    }

    static List<Entry> of(FlowModel flow, CodecNames names) {
        ArtifactCodecs codecs = new ArtifactCodecs(flow, names);
        codecs.addAll();
        return codecs.entries;
    }

    private void addAll() {
        Set<String> enumerated = flow.steps().stream()
                .map(step -> step.transition())
                .filter(TransitionModel.Foreach.class::isInstance)
                .map(transition -> ((TransitionModel.Foreach) transition).artifact())
                .collect(Collectors.toSet());
        for (ArtifactModel artifact : flow.artifacts()) {
            String name = artifact.name();
            add(names.artifact(name), artifact.type(), artifact.stored(), "", name);
            if (enumerated.contains(name)) {
                artifact.foreach().ifPresent(elements -> addElements(elements, name));
            }
        }
    }

    private void addElements(ArtifactModel.Elements elements, String artifact) {
        if (elements.shape() == ArtifactModel.Elements.Shape.MAP
                && elements.stored() instanceof StoredType.Entry entry) {
            add(names.itemKey(artifact), entry.key().type(), entry.key(), "a key of ", artifact);
            add(names.itemValue(artifact), entry.value().type(), entry.value(), "a value of ", artifact);
        } else if (elements.shape() != ArtifactModel.Elements.Shape.RANGE) {
            add(names.item(artifact), elements.type(), elements.stored(), "an element of ", artifact);
        }
    }

    private void add(String constant, JavaType declared, StoredType stored, String subject, String artifact) {
        if (!(stored instanceof StoredType.Unstorable) && !(stored instanceof StoredType.Unresolved)) {
            entries.add(new Entry(constant, declared, stored, subject, artifact));
        }
    }
}
