package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Reads sealed hierarchies: which classes the values of a sealed type can have. */
final class SealedReader {
    private final CompilerTypes types;
    private final StoredTypeReader storedTypes;

    SealedReader(CompilerTypes types, StoredTypeReader storedTypes) {
        this.types = types;
        this.storedTypes = storedTypes;
    }

    StoredDefinition.Sealed read(TypeElement element, DeclaredType type, JavaType.Declared name) {
        Set<StoredType> subtypes = new LinkedHashSet<>(); // one class may be permitted on several paths
        addSubtypes(element, type, subtypes);
        return new StoredDefinition.Sealed(
                name, List.copyOf(subtypes), StorageAnnotations.formerNames(element), types.warnings(element));
    }

    private void addSubtypes(TypeElement sealed, DeclaredType type, Set<StoredType> subtypes) {
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR) {
                subtypes.add(storedTypes.read(permitted));
            } else {
                addSubtype((TypeElement) ((DeclaredType) permitted).asElement(), type, subtypes);
            }
        }
    }

    private void addSubtype(TypeElement subclass, DeclaredType type, Set<StoredType> subtypes) {
        Map<TypeParameterElement, TypeMirror> arguments = new HashMap<>();
        DeclaredType declaration = (DeclaredType) subclass.asType();
        Optional<DeclaredType> supertype = types.as(declaration, CompilerTypes.canonicalName(type));
        if (supertype.isEmpty()) {
            return; // the compiler reports that it is no subclass
        } else if (!match(supertype.get(), type, arguments)) {
            return; // such as `record Empty() implements Box<Void>` where the type is `Box<String>`
        }
        for (TypeParameterElement parameter : subclass.getTypeParameters()) {
            if (!arguments.containsKey(parameter)) {
                JavaType name = JavaTypes.of(declaration);
                subtypes.add(
                        Refusal.undeterminedArgument(parameter.getSimpleName().toString(), JavaTypes.of(type))
                                .of(name));
                return;
            }
        }
        DeclaredType subtype = types.types()
                .getDeclaredType(
                        subclass,
                        subclass.getTypeParameters().stream()
                                .map(arguments::get)
                                .toArray(TypeMirror[]::new));
        if (TypeKinds.isSealed(subclass) && TypeKinds.isAbstract(subclass)) {
            addSubtypes(subclass, subtype, subtypes);
        } else {
            subtypes.add(storedTypes.read(subtype));
        }
    }

    /**
     * Whether the types are the same once the type parameters in {@code pattern} have the arguments that this finds.
     */
    private boolean match(TypeMirror pattern, TypeMirror type, Map<TypeParameterElement, TypeMirror> arguments) {
        if (type instanceof WildcardType wildcard && pattern.getKind() != TypeKind.TYPEVAR) {
            return mayBe(pattern, wildcard);
        }
        return switch (pattern.getKind()) {
            case TYPEVAR -> {
                TypeParameterElement parameter =
                        (TypeParameterElement) types.types().asElement(pattern);
                TypeMirror known = arguments.putIfAbsent(parameter, type);
                yield known == null || types.types().isSameType(known, type);
            }
            case DECLARED ->
                type instanceof DeclaredType declared && match((DeclaredType) pattern, declared, arguments);
            case ARRAY ->
                type instanceof ArrayType array
                        && match(((ArrayType) pattern).getComponentType(), array.getComponentType(), arguments);
            default -> types.types().isSameType(pattern, type);
        };
    }

    private boolean mayBe(TypeMirror pattern, WildcardType wildcard) {
        TypeMirror bound = wildcard.getExtendsBound();
        return bound == null
                || types.types()
                        .isSubtype(types.types().erasure(pattern), types.types().erasure(bound));
    }

    private boolean match(DeclaredType pattern, DeclaredType type, Map<TypeParameterElement, TypeMirror> arguments) {
        List<? extends TypeMirror> patterns = pattern.getTypeArguments();
        if (!pattern.asElement().equals(type.asElement())
                || patterns.size() != type.getTypeArguments().size()) {
            return false;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (!match(patterns.get(i), type.getTypeArguments().get(i), arguments)) {
                return false;
            }
        }
        return true;
    }
}
