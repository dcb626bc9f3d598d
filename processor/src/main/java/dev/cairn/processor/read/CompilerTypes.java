package dev.cairn.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about types that the compiler's own utilities answer only in several steps. */
final class CompilerTypes {
    private final Elements elements;
    private final Types types;

    CompilerTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /** The kind of a type. The compiler of Eclipse takes a type for missing where only one of its arguments is. */
    static TypeKind kind(TypeMirror type) {
        return type instanceof ErrorType missing && exists(missing) ? TypeKind.DECLARED : type.getKind();
    }

    /** Whether it is only in its arguments that a type mentions one that does not exist. */
    static boolean exists(ErrorType type) {
        return type.asElement().asType().getKind() == TypeKind.DECLARED;
    }

    /**
     * The type with a definite argument for each wildcard: its upper bound, or that of the type parameter. What such a
     * type gives can be written as the bound says, and what was read fits where the wildcard is. A wildcard stays where no type is
     * all that its parameter may be, as in {@code Shape<?>} of {@code Shape<T extends Shape<T>>}.
     */
    TypeMirror withoutWildcards(TypeMirror type) {
        return switch (kind(type)) {
            case ARRAY -> types.getArrayType(withoutWildcards(((ArrayType) type).getComponentType()));
            case DECLARED -> withoutWildcards((DeclaredType) type);
            default -> type;
        };
    }

    private TypeMirror withoutWildcards(DeclaredType type) {
        if (type.getTypeArguments().isEmpty()) {
            return type;
        }
        TypeElement element = (TypeElement) type.asElement();
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(definite(argument, element.getTypeParameters().get(arguments.size())));
        }
        return types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
    }

    private TypeMirror definite(TypeMirror argument, TypeParameterElement parameter) {
        if (argument.getKind() != TypeKind.WILDCARD) {
            return withoutWildcards(argument);
        }
        TypeMirror bound = ((WildcardType) argument).getExtendsBound();
        Optional<TypeMirror> most = bound(parameter);
        return bound == null || most.isEmpty() ? most.orElse(argument) : withoutWildcards(bound);
    }

    /** The type that all arguments of a parameter are of, and that is one itself; empty if there is none. */
    private Optional<TypeMirror> bound(TypeParameterElement parameter) {
        List<? extends TypeMirror> bounds = parameter.getBounds();
        return bounds.size() > 1 || bounds.stream().anyMatch(CompilerTypes::mentionsVariable)
                ? Optional.empty()
                : bounds.stream().<TypeMirror>map(this::withoutWildcards).findFirst();
    }

    private static boolean mentionsVariable(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> true;
            case ARRAY -> mentionsVariable(((ArrayType) type).getComponentType());
            case DECLARED ->
                ((DeclaredType) type).getTypeArguments().stream().anyMatch(CompilerTypes::mentionsVariable);
            case WILDCARD -> mentionsVariable((WildcardType) type);
            default -> false;
        };
    }

    private static boolean mentionsVariable(WildcardType type) {
        return (type.getExtendsBound() != null && mentionsVariable(type.getExtendsBound()))
                || (type.getSuperBound() != null && mentionsVariable(type.getSuperBound()));
    }

    /** The first type parameter in the place of which stands a wildcard. */
    static Optional<TypeParameterElement> open(DeclaredType type) {
        List<? extends TypeParameterElement> parameters = ((TypeElement) type.asElement()).getTypeParameters();
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            if (type.getTypeArguments().get(i).getKind() == TypeKind.WILDCARD) {
                return Optional.of(parameters.get(i));
            }
        }
        return Optional.empty();
    }

    /** The type, for a generic class with {@code Object}, or what else bounds them, as type arguments. */
    TypeMirror withObjects(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || !isRaw((DeclaredType) type)) {
            return type;
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        TypeMirror[] arguments = element.getTypeParameters().stream()
                .map(parameter -> bound(parameter).orElseGet(() -> types.getWildcardType(null, null)))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(element, arguments);
    }

    /** Whether the type arguments of a generic class are left out. */
    static boolean isRaw(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                && !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
    }

    /** The type, boxed if it is primitive. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    /** The canonical names of a class and of all that it extends or implements. */
    Set<String> superclassNames(TypeMirror type) {
        Set<String> names = new LinkedHashSet<>();
        addSuperclassNames(type, names);
        return names;
    }

    private void addSuperclassNames(TypeMirror type, Set<String> names) {
        if (type.getKind() == TypeKind.DECLARED && names.add(canonicalName((DeclaredType) type))) {
            types.directSupertypes(type).forEach(supertype -> addSuperclassNames(supertype, names));
        }
    }

    /**
     * The type, or that of its supertypes, which is of the class of this name, with the type arguments that it has
     * there.
     */
    Optional<DeclaredType> as(TypeMirror type, String canonicalName) {
        if (kind(type) != TypeKind.DECLARED) {
            return Optional.empty();
        } else if (canonicalName((DeclaredType) type).equals(canonicalName)) {
            return Optional.of((DeclaredType) type);
        }
        return types.directSupertypes(type).stream()
                .flatMap(supertype -> as(supertype, canonicalName).stream())
                .findFirst();
    }

    /** Whether the type mentions one that does not exist. */
    boolean isUnresolved(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> isUnresolved(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(this::isUnresolved);
            case WILDCARD -> isUnresolved((WildcardType) type);
            default -> false;
        };
    }

    private boolean isUnresolved(WildcardType type) {
        return (type.getExtendsBound() != null && isUnresolved(type.getExtendsBound()))
                || (type.getSuperBound() != null && isUnresolved(type.getSuperBound()));
    }

    /** The first superclass that does not exist. */
    static Optional<TypeMirror> missingSuperclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return switch (superclass.getKind()) {
            case ERROR -> Optional.of(superclass);
            case DECLARED -> missingSuperclass((TypeElement) ((DeclaredType) superclass).asElement());
            default -> Optional.empty();
        };
    }

    /** What compilers warn of where the class, or a member of it, is named. */
    List<String> warnings(TypeElement type) {
        return new LintWarnings(elements).ofStored(type);
    }

    /** Whether an instance of the class belongs to one of the class around it, or to a method. */
    static boolean isInner(TypeElement type) {
        return type.getNestingKind() != NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether the class is part of the JDK. */
    boolean isPlatformClass(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        String name = module == null ? "" : module.getQualifiedName().toString();
        return name.startsWith("java.")
                || name.startsWith("jdk.")
                || type.getQualifiedName().toString().startsWith("java.");
    }

    /** The canonical name of the class. */
    static String canonicalName(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    /** The simple name of a class after those of the classes around it. */
    static String nestedName(Element type) {
        return String.join(".", JavaTypes.classRef((TypeElement) type).simpleNames());
    }
}
