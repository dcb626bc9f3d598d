package dev.cairn.processor.read;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads the types of a flow: as they are written, and how their values are stored. One reader serves one flow in one
 * round, and reads each named type once.
 */
final class TypeReader {
    private final CompilerTypes types;
    private final StoredTypeReader storedTypes;
    private final ElementTypes elementTypes;
    private final ObstacleSearch obstacles;

    /**
     * A reader for a flow.
     *
     * @param announced the names of the codecs that jars announce for a class
     */
    TypeReader(Elements elements, Types types, TypeElement flow, Function<TypeElement, Set<String>> announced) {
        this.types = new CompilerTypes(elements, types);
        Reach reach = new Reach(elements, types, elements.getPackageOf(flow));
        storedTypes = new StoredTypeReader(this.types, reach, flow, announced);
        elementTypes = new ElementTypes(this.types);
        obstacles = new ObstacleSearch(
                storedTypes,
                StorageAnnotations.flowTypes(flow).stream()
                        .map(this.types::withObjects)
                        .map(storedTypes::read)
                        .map(TypeReader::asObject)
                        .toList());
    }

    /** How values of a type are stored where an {@code Object} is declared: with their types, which stored forms do not have. */
    private static StoredType asObject(StoredType stored) {
        return stored instanceof StoredType.Converted converted
                ? Refusal.convertedObject(converted.codec().toString()).of(converted.type())
                : stored;
    }

    /** A type as it is written. */
    JavaType javaType(TypeMirror type) {
        return JavaTypes.of(type);
    }

    /**
     * How the values of an artifact are stored. {@link StoredType.Unresolved} if its type mentions one that does not
     * exist in this round, at any depth; else {@link StoredType.Unstorable}, with a path to each obstacle, if there is
     * any.
     */
    StoredType stored(VariableElement artifact) {
        return check(artifact, artifact.asType(), storedTypes.read(artifact.asType(), artifact));
    }

    /** The elements of an artifact over which a foreach can run; empty if it can run over none. */
    Optional<ArtifactModel.Elements> elements(VariableElement artifact) {
        return elementTypes.of(artifact.asType()).map(elements -> {
            StoredType stored = storedTypes.read(elements.type());
            JavaType boxed = JavaTypes.of(types.boxed(elements.type()));
            return new ArtifactModel.Elements(elements.shape(), boxed, check(artifact, elements.type(), stored));
        });
    }

    private StoredType check(VariableElement artifact, TypeMirror type, StoredType stored) {
        String name = artifact.getSimpleName().toString();
        return obstacles.check(name, JavaTypes.of(type), stored);
    }

    /**
     * Whether an element of {@code artifact} can be passed to {@code parameter}: by assignment conversion, so that an
     * {@code Integer} fits a {@code long}. Types that do not exist fit all, since the compiler reports them.
     */
    boolean acceptsElement(VariableElement artifact, VariableElement parameter) {
        TypeMirror target = parameter.asType();
        return elementTypes
                .of(artifact.asType())
                .filter(elements -> types.isUnresolved(target)
                        || types.isUnresolved(elements.type())
                        || types.types().isAssignable(types.boxed(elements.type()), target))
                .isPresent();
    }

    /**
     * The definitions of all named types that {@link #stored} and {@link #elements} met so far in what can be stored,
     * for {@link dev.cairn.processor.model.FlowModel#definitions()}.
     */
    List<StoredDefinition> definitions() {
        return storedTypes.definitions().values().stream()
                .filter(definition -> obstacles.isSound(definition.type()))
                .toList();
    }
}
