package dev.cairn.processor.body.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the declarations of types about their values: whether they can change in place, and what they hand out. No
 * body is attributed for it. Used by one thread, in one round.
 */
public final class ValueTypes {
    /** Classes whose values stay as they are, besides those of {@code java.time}. */
    private static final Set<String> CONSTANT = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID",
            "java.util.Locale",
            "java.util.Currency",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream",
            "java.net.URI",
            "java.io.File",
            "java.nio.file.Path",
            "java.nio.charset.Charset",
            "dev.cairn.runtime.IncludedFile");

    /** Classes that can be changed no more than what they are made of. */
    private static final Set<String> WRAPPERS = Set.of("java.util.Optional", "java.util.stream.Stream");

    private final VisibleClasses classes;
    private final Types types;
    private final Map<String, Boolean> constant = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    ValueTypes(VisibleClasses classes, Types types) {
        this.classes = classes;
        this.types = types;
    }

    /** Whether no value of a type can change in place, nor anything that it is made of. Not, if the type is not known. */
    public boolean isConstant(@Nullable TypeMirror type) {
        if (type == null) {
            return false;
        } else if (type.getKind().isPrimitive()) {
            return true;
        } else if (!(type instanceof DeclaredType declared) || type.getKind() == TypeKind.ERROR) {
            return false;
        } else {
            String key = type.toString();
            Boolean known = constant.get(key);
            if (known == null && open.add(key)) {
                known = judge(declared);
                open.remove(key);
                if (open.isEmpty() || !known) {
                    constant.put(key, known);
                }
            }
            return known == null || known; // a type within itself is as constant as the rest of it
        }
    }

    private boolean judge(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        if (CONSTANT.contains(name) || element.getKind() == ElementKind.ENUM) {
            return true;
        } else if (WRAPPERS.contains(name)) {
            return !type.getTypeArguments().isEmpty()
                    && type.getTypeArguments().stream().allMatch(this::isConstant);
        } else if (name.startsWith("java.") || name.startsWith("javax.")) {
            return name.startsWith("java.time.");
        } else if (element.getModifiers().contains(Modifier.SEALED)) {
            return isMadeOfConstants(type)
                    && element.getPermittedSubclasses().stream().allMatch(this::isConstant);
        }
        return !element.getKind().isInterface()
                && !element.getModifiers().contains(Modifier.ABSTRACT)
                && isMadeOfConstants(type);
    }

    private boolean isMadeOfConstants(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        boolean constants = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC)
                        && !field.getModifiers().contains(Modifier.TRANSIENT))
                .allMatch(field ->
                        field.getModifiers().contains(Modifier.FINAL) && isConstant(types.asMemberOf(type, field)));
        return constants && (element.getKind() != ElementKind.CLASS || hasConstantSuperclass(type));
    }

    private boolean hasConstantSuperclass(DeclaredType type) {
        TypeMirror above = ((TypeElement) type.asElement()).getSuperclass();
        return above instanceof DeclaredType superclass
                && above.getKind() != TypeKind.ERROR
                && (isNamed(superclass, "java.lang.Object")
                        || !name(superclass).startsWith("java.") && isMadeOfConstants(superclass));
    }

    /** The family of a type of the JDK whose methods are known. */
    public Family family(@Nullable TypeMirror type) {
        if (type instanceof ArrayType) {
            return Family.ARRAY;
        }
        return type instanceof DeclaredType declared
                        && type.getKind() != TypeKind.ERROR
                        && name(declared).startsWith("java.")
                ? family(declared)
                : Family.NONE;
    }

    private Family family(DeclaredType declared) {
        return switch (name(declared)) {
            case "java.util.Optional" -> Family.OPTIONAL;
            case "java.util.Map.Entry" -> Family.ENTRY;
            case "java.util.stream.Stream" -> Family.STREAM;
            case "java.util.Iterator", "java.util.ListIterator" -> Family.ITERATOR;
            case "java.util.BitSet" -> Family.BITS;
            case "java.util.Date" -> Family.DATE;
            case "java.lang.Iterable" -> Family.COLLECTION;
            default ->
                isA(declared, "java.util.Collection")
                        ? Family.COLLECTION
                        : isA(declared, "java.util.Map") ? Family.MAP : Family.NONE;
        };
    }

    private boolean isA(DeclaredType type, String above) {
        TypeElement element = classes.find(above);
        return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
    }

    /** One of the type arguments; null if it has none. */
    @Nullable
    public TypeMirror argument(@Nullable TypeMirror type, int number) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() > number
                ? declared.getTypeArguments().get(number)
                : null;
    }

    /** The type of what an iteration over a collection or array, or a function over a stream, gets; null if it is not known. */
    @Nullable
    public TypeMirror element(@Nullable TypeMirror type) {
        if (type instanceof ArrayType array) {
            return array.getComponentType();
        }
        return switch (family(type)) {
            case COLLECTION, STREAM, OPTIONAL, ITERATOR -> argument(type, 0);
            default -> null;
        };
    }

    /** A generic type of the JDK of these arguments; null if one of them is not known. */
    @Nullable
    public TypeMirror generic(String name, @Nullable TypeMirror... arguments) {
        TypeElement element = classes.find(name);
        for (TypeMirror argument : arguments) {
            if (argument == null) {
                return null;
            }
        }
        return element == null ? null : types.getDeclaredType(element, arguments);
    }

    /** The type of a field of a class; null if there is none. */
    @Nullable
    public TypeMirror field(@Nullable TypeMirror type, CharSequence name) {
        if (type instanceof ArrayType) {
            return name.toString().equals("length") ? types.getPrimitiveType(TypeKind.INT) : null;
        }
        VariableElement field = findField(type, name.toString());
        return field == null ? null : types.asMemberOf((DeclaredType) type, field);
    }

    /** The type of what a method without parameters returns that gives a component of a record or a field; null if it does not. */
    @Nullable
    public TypeMirror getter(@Nullable TypeMirror type, String method) {
        String field = method;
        if (findField(type, field) == null) {
            int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
            if (prefix == 0 || method.length() == prefix) {
                return null;
            }
            field = Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
        }
        return field(type, field);
    }

    /** Whether a method with one parameter is the setter of a field. */
    public boolean isSetter(@Nullable TypeMirror type, String method) {
        return method.startsWith("set")
                && method.length() > 3
                && findField(type, Character.toLowerCase(method.charAt(3)) + method.substring(4)) != null;
    }

    /** Whether a class has a field of this name that is stored with its instances. */
    boolean isStored(@Nullable TypeMirror type, String name) {
        VariableElement field = findField(type, name);
        return field != null && !field.getModifiers().contains(Modifier.TRANSIENT);
    }

    /** Whether what a collection, map or array holds cannot change. */
    public boolean holdsConstants(@Nullable TypeMirror type) {
        return type != null && family(type) == Family.MAP
                ? isConstant(argument(type, 0)) && isConstant(argument(type, 1))
                : isConstant(element(type));
    }

    private @Nullable VariableElement findField(@Nullable TypeMirror type, String name) {
        TypeMirror at = type;
        while (at instanceof DeclaredType declared
                && at.getKind() != TypeKind.ERROR
                && !name(declared).startsWith("java.")) {
            List<VariableElement> fields =
                    ElementFilter.fieldsIn(declared.asElement().getEnclosedElements());
            for (VariableElement field : fields) {
                if (field.getSimpleName().contentEquals(name)
                        && !field.getModifiers().contains(Modifier.STATIC)) {
                    return field;
                }
            }
            at = ((TypeElement) declared.asElement()).getSuperclass();
        }
        return null;
    }

    /** Whether a package, empty for the one without a name, has a class of this name. */
    boolean exists(String packageName, String simpleName) {
        return classes.exists(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
    }

    private static boolean isNamed(DeclaredType type, String name) {
        return name(type).equals(name);
    }

    private static String name(DeclaredType type) {
        Element element = type.asElement();
        return element instanceof TypeElement named ? named.getQualifiedName().toString() : "";
    }
}
