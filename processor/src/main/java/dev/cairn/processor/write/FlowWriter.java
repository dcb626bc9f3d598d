package dev.cairn.processor.write;

import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.codec.CodecsWriter;
import dev.cairn.processor.write.codec.NativeImageFile;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.context.StepOrder;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.run.ProviderWriter;
import dev.cairn.processor.write.run.RunWriter;
import dev.cairn.processor.write.run.RunnerWriter;
import dev.cairn.processor.write.source.GeneratedFile;
import dev.cairn.processor.write.source.GeneratedResource;
import dev.cairn.processor.write.source.SourceText;
import dev.cairn.processor.write.view.ArtifactsWriter;
import dev.cairn.processor.write.view.OfferedArtifacts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param exists whether the compilation knows a class, from the class path or as a source; asked of classes that
     *     hide those of {@code java.lang}, and of {@code javax.annotation.processing.Generated}, which not every module
     *     reads
     */
    public FlowWriter(String version, Predicate<ClassRef> exists) {
        this.version = Objects.requireNonNull(version);
        this.exists = Objects.requireNonNull(exists);
    }

    /** All classes of a sound flow. */
    public List<GeneratedFile> write(DataFlow data) {
        StepOrder order = StepOrder.of(data.flow(), data.graph());
        WriteContext context = context(data.flow(), order, data.bodies().models(), OfferedArtifacts.of(order, data));
        GeneratedNames names = context.names();
        return List.of(
                file(names.runner(), RunnerWriter.write(context)),
                file(names.artifacts(), ArtifactsWriter.write(context, true)),
                file(names.run(), RunWriter.write(context)),
                file(names.codecs(), codecs(context)),
                file(names.provider(), ProviderWriter.write(context)));
    }

    /** What is generated of a sound flow besides classes. */
    public Optional<GeneratedResource> resource(FlowModel flow) {
        return NativeImageFile.of(flow);
    }

    /**
     * The class with the views and the inputs of joins of a flow that breaks rules: its source names them, so that
     * without them the compiler would add messages of its own.
     */
    public GeneratedFile writeArtifacts(FlowModel flow) {
        FlowModel compilable = BrokenFlow.compilable(flow);
        StepOrder order = StepOrder.ofBroken(compilable);
        BitSet all = new BitSet();
        all.set(0, compilable.artifacts().size());
        Map<String, BitSet> existing = new HashMap<>();
        order.steps().forEach(step -> existing.put(step.name(), all));
        WriteContext context = context(compilable, order, Map.of(), existing);
        return file(context.names().artifacts(), ArtifactsWriter.write(context, false));
    }

    private static TypeSpec codecs(WriteContext context) {
        TypeSpec.Builder type = CodecsWriter.write(context.flow(), context.codecs());
        context.markOnly(type);
        return type.build();
    }

    private WriteContext context(
            FlowModel flow, StepOrder order, Map<String, BodyModel> bodies, Map<String, BitSet> offered) {
        return new WriteContext(
                flow,
                new GeneratedNames(flow.flowClass()),
                CodecNames.of(flow),
                order,
                Map.copyOf(bodies),
                withoutSecrets(flow, offered),
                version,
                exists);
    }

    private static Map<String, BitSet> withoutSecrets(FlowModel flow, Map<String, BitSet> offered) {
        BitSet secrets = new BitSet();
        for (int i = 0; i < flow.artifacts().size(); i++) {
            secrets.set(i, flow.artifacts().get(i).isSecret());
        }
        Map<String, BitSet> stored = new HashMap<>();
        offered.forEach((step, artifacts) -> {
            BitSet rest = (BitSet) artifacts.clone();
            rest.andNot(secrets);
            stored.put(step, rest);
        });
        return Map.copyOf(stored);
    }

    private GeneratedFile file(ClassRef name, TypeSpec type) {
        return SourceText.of(name, type, exists);
    }
}
