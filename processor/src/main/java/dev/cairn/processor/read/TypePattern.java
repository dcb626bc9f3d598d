package dev.cairn.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Finds out what stands for type parameters where a type that mentions them is another type. Used once. */
final class TypePattern {
    private final Types types;
    private final Map<TypeParameterElement, TypeMirror> arguments = new HashMap<>();

    TypePattern(Types types) {
        this.types = types;
    }

    /** Whether the types are the same once the type parameters in {@code pattern} have the arguments that this finds. */
    boolean matches(TypeMirror pattern, TypeMirror type) {
        if (type instanceof WildcardType wildcard && pattern.getKind() != TypeKind.TYPEVAR) {
            return mayBe(pattern, wildcard);
        }
        return switch (pattern.getKind()) {
            case TYPEVAR -> {
                TypeParameterElement parameter = (TypeParameterElement) types.asElement(pattern);
                TypeMirror known = arguments.putIfAbsent(parameter, type);
                yield known == null || types.isSameType(known, type);
            }
            case DECLARED -> type instanceof DeclaredType declared && matches((DeclaredType) pattern, declared);
            case ARRAY ->
                type instanceof ArrayType array
                        && matches(((ArrayType) pattern).getComponentType(), array.getComponentType());
            default -> types.isSameType(pattern, type);
        };
    }

    private boolean mayBe(TypeMirror pattern, WildcardType wildcard) {
        TypeMirror bound = wildcard.getExtendsBound();
        return bound == null || types.isSubtype(types.erasure(pattern), types.erasure(bound));
    }

    private boolean matches(DeclaredType pattern, DeclaredType type) {
        List<? extends TypeMirror> patterns = pattern.getTypeArguments();
        if (!pattern.asElement().equals(type.asElement())
                || patterns.size() != type.getTypeArguments().size()) {
            return false;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (!matches(patterns.get(i), type.getTypeArguments().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first type parameter of a class of which nothing was found. */
    Optional<TypeParameterElement> undetermined(TypeElement type) {
        return type.getTypeParameters().stream()
                .filter(parameter -> !arguments.containsKey(parameter))
                .<TypeParameterElement>map(parameter -> parameter)
                .findFirst();
    }

    /** The first type parameter of a class of which the argument is not what its bounds allow. */
    Optional<TypeParameterElement> outOfBounds(TypeElement type) {
        return type.getTypeParameters().stream()
                .filter(parameter -> !parameter.getBounds().stream()
                        .allMatch(bound -> types.isSubtype(argument(parameter), replaced(bound))))
                .<TypeParameterElement>map(parameter -> parameter)
                .findFirst();
    }

    /** What was found for a type parameter. */
    TypeMirror argument(TypeParameterElement parameter) {
        return arguments.getOrDefault(parameter, parameter.asType());
    }

    /** A class with the arguments that were found. */
    DeclaredType instance(TypeElement type) {
        return types.getDeclaredType(
                type, type.getTypeParameters().stream().map(this::argument).toArray(TypeMirror[]::new));
    }

    /** A type in which the type parameters are replaced by what was found. */
    private TypeMirror replaced(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> argument((TypeParameterElement) types.asElement(type));
            case DECLARED -> replaced((DeclaredType) type);
            case ARRAY -> types.getArrayType(replaced(((ArrayType) type).getComponentType()));
            case WILDCARD -> replaced((WildcardType) type);
            default -> type;
        };
    }

    private TypeMirror replaced(DeclaredType type) {
        if (type.getTypeArguments().isEmpty()) {
            return type;
        }
        List<TypeMirror> replaced = new ArrayList<>();
        type.getTypeArguments().forEach(argument -> replaced.add(replaced(argument)));
        return types.getDeclaredType((TypeElement) type.asElement(), replaced.toArray(TypeMirror[]::new));
    }

    private TypeMirror replaced(WildcardType type) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        return types.getWildcardType(upper == null ? null : replaced(upper), lower == null ? null : replaced(lower));
    }
}
