package dev.cairn.processor.read;

import dev.cairn.processor.model.ArtifactModel.Elements.Shape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out over which elements a foreach runs. */
final class ElementTypes {
    private final CompilerTypes types;

    ElementTypes(CompilerTypes types) {
        this.types = types;
    }

    /** What holds the elements, and what they are. */
    record ElementType(Shape shape, TypeMirror type) {}

    /** The elements of a value of this type; empty if a foreach cannot run over it. */
    Optional<ElementType> of(TypeMirror type) {
        return switch (type.getKind()) {
            case INT -> Optional.of(new ElementType(Shape.RANGE, type));
            case ARRAY -> Optional.of(new ElementType(Shape.ARRAY, plain(((ArrayType) type).getComponentType())));
            case DECLARED ->
                types.as(type, "java.util.Map")
                        .map(map -> new ElementType(Shape.MAP, entry(map)))
                        .or(() -> types.as(type, "java.lang.Iterable")
                                .map(iterable -> new ElementType(Shape.ITERABLE, argument(iterable, 0))));
            default -> Optional.empty();
        };
    }

    private TypeMirror entry(DeclaredType map) {
        TypeElement entry = types.elements().getTypeElement("java.util.Map.Entry");
        return types.types().getDeclaredType(entry, argument(map, 0), argument(map, 1));
    }

    /** A type argument; of a raw type, {@code Object}. */
    private TypeMirror argument(DeclaredType type, int index) {
        List<? extends TypeMirror> arguments = ((DeclaredType) plain(type)).getTypeArguments();
        return arguments.isEmpty()
                ? types.elements().getTypeElement("java.lang.Object").asType()
                : arguments.get(index);
    }

    private TypeMirror plain(TypeMirror type) {
        return types.withoutWildcards(type);
    }
}
