package dev.cairn.processor.write.context;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.source.FreshNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of what the generated class {@code FCodecs} offers to the other generated classes of a flow. Two constants
 * never have one name: the artifact that is declared first keeps it, the next one gets an underscore. Nor has a constant the name
 * of a type: {@code OS.values()} would then be a method of the constant.
 */
public final class CodecNames {
    private final ClassName codecs;
    private final NameAllocator constants = new NameAllocator();
    private final Set<String> types = new TreeSet<>();

    private CodecNames(ClassRef flow) {
        codecs = ClassName.get(flow.packageName(), String.join("_", flow.simpleNames()) + "Codecs");
    }

    /** The names for a flow. */
    public static CodecNames of(FlowModel flow) {
        CodecNames names = new CodecNames(flow.flowClass());
        names.types.addAll(NamedTypes.first(flow));
        names.types.forEach(type -> FreshNames.take(names.constants, type));
        flow.artifacts().forEach(artifact -> names.allocate(artifact.name(), ""));
        flow.artifacts().stream()
                .filter(artifact -> artifact.foreach().isPresent())
                .forEach(names::allocateElements);
        return names;
    }

    private void allocateElements(ArtifactModel artifact) {
        allocate(artifact.name(), "_ITEM");
        allocate(artifact.name(), "_ITEM_KEY");
        allocate(artifact.name(), "_ITEM_VALUE");
    }

    private void allocate(String artifact, String suffix) {
        constants.newName(GeneratedNames.constant(artifact) + suffix, List.of(artifact, suffix));
    }

    /** The generated class. */
    public ClassName codecs() {
        return codecs;
    }

    /** The constant that stores an artifact. */
    public String artifact(String artifact) {
        return get(artifact, "");
    }

    /** The constant that stores an element of an artifact: of an {@code Iterable} or an array. */
    public String item(String artifact) {
        return get(artifact, "_ITEM");
    }

    /** The constant that stores the key of an element of a {@code Map}. */
    public String itemKey(String artifact) {
        return get(artifact, "_ITEM_KEY");
    }

    /** The constant that stores the value of an element of a {@code Map}. */
    public String itemValue(String artifact) {
        return get(artifact, "_ITEM_VALUE");
    }

    private String get(String artifact, String suffix) {
        return constants.get(List.of(artifact, suffix));
    }

    /** What no constant of a nested class may be called, lest it hide a type or package. */
    public Set<String> types() {
        return types;
    }

    /** All names taken so far, for private constants to avoid. */
    public NameAllocator copy() {
        return constants.clone();
    }
}
