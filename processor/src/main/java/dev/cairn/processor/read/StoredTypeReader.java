package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds out how the values of a type are stored. Named types become {@linkplain #definitions() definitions}, each read
 * once; what cannot be stored becomes a {@link StoredType.Unstorable} without a path, deep within the definitions too.
 */
final class StoredTypeReader {
    /** How deep type arguments may nest: a class that holds itself with longer and longer ones would never end. */
    private static final int DEEPEST = 16;

    private final CompilerTypes types;
    private final TypeKinds kinds;
    private final Converters converters;
    private final TypeCodecs codecs;
    private final LibrarySets sets;
    private final CustomStorage custom;
    private final StructReader structs;
    private final SealedReader sealed;
    private final Map<JavaType.Declared, StoredType> results = new HashMap<>();
    private final Map<JavaType.Declared, StoredDefinition> definitions = new LinkedHashMap<>();
    private final Map<JavaType.Declared, StoredDefinition> refused = new HashMap<>();

    /**
     * A reader for a flow.
     *
     * @param announced the names of the codecs that jars announce for a class
     */
    StoredTypeReader(CompilerTypes types, Reach reach, TypeElement flow, Function<TypeElement, Set<String>> announced) {
        this.types = types;
        this.kinds = new TypeKinds(types, reach);
        this.converters = new Converters(types, reach, this);
        this.codecs = new TypeCodecs(types, reach, converters, flow, announced);
        this.sets = new LibrarySets(types.elements());
        this.custom = new CustomStorage(types, reach, codecs);
        this.structs = new StructReader(types, reach, this);
        this.sealed = new SealedReader(types, this);
    }

    /** How a field, or something else of this type with annotations, is stored. */
    StoredType read(TypeMirror type, Element... annotated) {
        for (Element element : annotated) {
            Optional<StoredType> stored = custom.read(type, element);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        return read(type);
    }

    /** How values of a type are stored. */
    StoredType read(TypeMirror type) {
        TypeMirror plain = types.withoutWildcards(type);
        return switch (CompilerTypes.kind(plain)) {
            case ARRAY -> array((ArrayType) plain);
            case DECLARED -> declared((DeclaredType) plain);
            case ERROR -> new StoredType.Unresolved(new JavaType.Unresolved(plain.toString()));
            case TYPEVAR -> Refusal.typeVariable().of(JavaTypes.of(plain));
            case WILDCARD -> Refusal.wildcard().of(JavaTypes.of(plain));
            default -> new StoredType.BuiltIn(BuiltInTypes.constant(plain.getKind()), JavaTypes.of(plain));
        };
    }

    /**
     * What the named types are made of that were read so far, each after those that it is made of where that can be.
     */
    Map<JavaType.Declared, StoredDefinition> definitions() {
        return definitions;
    }

    /** What a type is made of that cannot be stored, if that was seen. */
    Optional<StoredDefinition> refused(JavaType type) {
        return Optional.ofNullable(type instanceof JavaType.Declared declared ? refused.get(declared) : null);
    }

    /** How values of a named type are stored, as far as it was read. */
    StoredType result(JavaType.Declared type) {
        return Objects.requireNonNull(results.get(type));
    }

    private StoredType array(ArrayType type) {
        TypeMirror component = type.getComponentType();
        JavaType name = JavaTypes.of(type);
        return component.getKind().isPrimitive()
                ? new StoredType.BuiltIn(BuiltInTypes.arrayConstant(component.getKind()), name)
                : new StoredType.ReferenceArray(read(component), name);
    }

    private StoredType declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        JavaType.Declared name = (JavaType.Declared) JavaTypes.of(type);
        String canonicalName = element.getQualifiedName().toString();
        Optional<TypeElement> named = codecs.named(element, type);
        if (named.isPresent()) {
            return byCodec(named.get(), element, type, name);
        }
        Optional<StoredType> builtIn = BuiltInTypes.find(canonicalName, name);
        if (builtIn.isPresent()) {
            return builtIn.get();
        } else if (canonicalName.equals("java.lang.Object")) {
            return new StoredType.Any(name);
        } else if (CompilerTypes.isRaw(type)) {
            int parameters = element.getTypeParameters().size();
            return Refusal.raw(element.getSimpleName().toString(), parameters).of(name);
        }
        return container(canonicalName, type, name)
                .or(() -> announced(element, type, name))
                .or(() -> open(element, type, name))
                .orElseGet(() -> named(element, type, name, Optional.empty()));
    }

    private Optional<StoredType> announced(TypeElement element, DeclaredType type, JavaType.Declared name) {
        List<String> missing = codecs.missing(element);
        if (!missing.isEmpty()) {
            String file = CodecClassReader.file(
                    types.elements().getBinaryName(element).toString());
            return Optional.of(Refusal.missingAnnounced(missing.get(0), file).of(name));
        }
        List<TypeElement> announced = codecs.announced(element, type);
        if (announced.size() > 1) {
            List<String> names = announced.stream()
                    .map(codec -> codec.getQualifiedName().toString())
                    .toList();
            return Optional.of(Refusal.severalAnnounced(names).of(name));
        }
        return announced.stream()
                .map(codec -> byCodec(codec, element, type, name))
                .findFirst();
    }

    /** A type of which not the class says how it is stored. What a converter stores has no definition: its stored form may have. */
    private StoredType byCodec(TypeElement codec, TypeElement element, DeclaredType type, JavaType.Declared name) {
        return codecs.isConverter(codec)
                ? CompilerTypes.open(type)
                        .<StoredType>map(parameter ->
                                Refusal.openWildcard(parameter.toString()).of(name))
                        .orElseGet(() -> codecs.stored(type, codec))
                : named(element, type, name, Optional.of(codec));
    }

    /** Of a sealed type the subtypes tell what its wildcards stand for; of all others nothing does. */
    private static Optional<StoredType> open(TypeElement element, DeclaredType type, JavaType name) {
        return TypeKinds.isSealed(element)
                ? Optional.empty()
                : CompilerTypes.open(type)
                        .map(parameter ->
                                Refusal.openWildcard(parameter.toString()).of(name));
    }

    private Optional<StoredType> container(String canonicalName, DeclaredType type, JavaType name) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (canonicalName.equals("java.util.Map.Entry")) {
            return Optional.of(new StoredType.Entry(read(arguments.get(0)), read(arguments.get(1)), name));
        }
        return BuiltInTypes.factory(canonicalName)
                .map(factory -> new StoredType.Container(
                        factory, arguments.stream().map(this::read).toList(), name));
    }

    /** A type with a definition; with its own bytes if a codec is given. */
    private StoredType named(
            TypeElement element, DeclaredType type, JavaType.Declared name, Optional<TypeElement> codec) {
        StoredType known = results.get(name);
        if (known == null) {
            results.put(name, new StoredType.Named(name)); // for a type that holds itself
            List<JavaType> around = converters.enter();
            known = tryDefine(element, type, name, codec);
            converters.leave(around);
            results.put(name, known);
        }
        return known;
    }

    private StoredType tryDefine(
            TypeElement element, DeclaredType type, JavaType.Declared name, Optional<TypeElement> codec) {
        Optional<TypeMirror> missing = CompilerTypes.missingSuperclass(element);
        if (missing.isPresent()) {
            return new StoredType.Unresolved(
                    new JavaType.Unresolved(missing.get().toString()));
        }
        Optional<StoredType> annotated =
                codec.map(named -> codecs.stored(type, named)).or(() -> custom.read(type, element));
        if (annotated.isPresent()) {
            return annotated(element, name, annotated.get());
        }
        try {
            definitions.put(name, define(element, type, name));
            return new StoredType.Named(name);
        } catch (RefusedTypeException e) {
            e.seen().ifPresent(struct -> refused.put(name, struct));
            return Refusal.of(name, sets.advised(element, e.refusals()));
        }
    }

    private StoredType annotated(TypeElement element, JavaType.Declared name, StoredType stored) {
        if (!(stored instanceof StoredType.Custom) && !(stored instanceof StoredType.Opaque)) {
            return stored;
        }
        List<String> formerNames = StorageAnnotations.formerNames(element);
        definitions.put(name, new StoredDefinition.Annotated(name, stored, formerNames, types.warnings(element)));
        return new StoredType.Named(name);
    }

    private StoredDefinition define(TypeElement element, DeclaredType type, JavaType.Declared name)
            throws RefusedTypeException {
        if (depth(name) > DEEPEST) {
            throw new RefusedTypeException(Refusal.endless());
        }
        Optional<Refusal> refusal = kinds.refusal(element, type);
        if (refusal.isPresent()) {
            throw new RefusedTypeException(refusal.get());
        }
        return switch (element.getKind()) {
            case ENUM -> enumeration(element, name);
            case RECORD -> structs.record(element, type, name);
            default ->
                TypeKinds.isSealed(element)
                        ? sealed.read(element, type, name)
                        : structs.plainClass(element, type, name);
        };
    }

    private StoredDefinition.Enumeration enumeration(TypeElement element, JavaType.Declared name) {
        List<StoredDefinition.Constant> constants = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .map(StoredTypeReader::constant)
                .toList();
        return new StoredDefinition.Enumeration(
                name, constants, StorageAnnotations.formerNames(element), types.warnings(element));
    }

    private static StoredDefinition.Constant constant(VariableElement constant) {
        return new StoredDefinition.Constant(
                constant.getSimpleName().toString(), StorageAnnotations.formerNames(constant));
    }

    private static int depth(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            return 1
                    + declared.arguments().stream()
                            .mapToInt(StoredTypeReader::depth)
                            .max()
                            .orElse(0);
        }
        return type instanceof JavaType.Array array ? 1 + depth(array.component()) : 0;
    }
}
