package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the codecs that users write: those that a class or the flow names, and those that jars announce. */
final class TypeCodecs {
    private static final String CUSTOM_CODEC = "dev.cairn.codec.CustomCodec";

    private final CompilerTypes types;
    private final Reach reach;
    private final Converters converters;
    private final List<TypeElement> ofFlow;
    private final Function<TypeElement, Set<String>> announced;

    TypeCodecs(
            CompilerTypes types,
            Reach reach,
            Converters converters,
            TypeElement flow,
            Function<TypeElement, Set<String>> announced) {
        this.types = types;
        this.reach = reach;
        this.converters = converters;
        this.ofFlow = StorageAnnotations.flowCodecs(flow).stream()
                .flatMap(TypeCodecs::element)
                .toList();
        this.announced = announced;
    }

    private static Stream<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Stream.of((TypeElement) ((DeclaredType) type).asElement())
                : Stream.of();
    }

    /** Whether a codec is a converter. */
    boolean isConverter(TypeElement codec) {
        return Converters.converted(types, codec).isPresent();
    }

    /** What a codec stores, as its class declares it; empty if it is not a codec. */
    static Optional<TypeMirror> value(CompilerTypes types, TypeElement codec) {
        return Converters.converted(types, codec)
                .or(() -> types.as(codec.asType(), CUSTOM_CODEC)
                        .filter(custom -> custom.getTypeArguments().size() == 1)
                        .map(custom -> custom.getTypeArguments().get(0)));
    }

    /** Whether a codec stores values of a type. */
    private boolean stores(TypeElement codec, TypeMirror type) {
        return isConverter(codec)
                ? converters.converts(codec, type)
                : value(types, codec)
                        .filter(value -> types.types().isSameType(value, type))
                        .isPresent();
    }

    /** The converter that the class of a type names, or the codec that the flow names for it. */
    Optional<TypeElement> named(TypeElement element, DeclaredType type) {
        if (StorageAnnotations.areOn(element)) {
            return StorageAnnotations.codec(element).flatMap(StorageAnnotations::type).stream()
                    .flatMap(TypeCodecs::element)
                    .filter(this::isConverter)
                    .findFirst();
        }
        return ofFlow.stream().filter(codec -> stores(codec, type)).findFirst();
    }

    /** The codecs that jars announce for a type; none if its class says itself how it is stored. */
    List<TypeElement> announced(TypeElement element, DeclaredType type) {
        return StorageAnnotations.areOn(element)
                ? List.of()
                : announced.apply(element).stream()
                        .flatMap(name -> reach.find(name).stream())
                        .filter(codec -> stores(codec, type))
                        .toList();
    }

    /** The names of codecs that jars announce for a type, and that no class has; none if its class says itself how it is stored. */
    List<String> missing(TypeElement element) {
        return StorageAnnotations.areOn(element)
                ? List.of()
                : announced.apply(element).stream()
                        .filter(name ->
                                reach.find(name).isEmpty() && types.elements().getTypeElement(name) == null)
                        .toList();
    }

    /** How a codec stores values of a type, which it need not be able to. */
    StoredType stored(TypeMirror value, TypeElement codec) {
        return reach.refusalOfAny(value)
                .orElseGet(() -> isConverter(codec) ? converters.read(value, codec) : custom(value, codec));
    }

    private StoredType custom(TypeMirror value, TypeElement codec) {
        JavaType type = JavaTypes.of(value);
        String name = CompilerTypes.nestedName(codec);
        if (!stores(codec, value)) {
            return Refusal.notACodec(name, type).of(type);
        }
        return reach.canCreate(codec)
                ? new StoredType.Custom(JavaTypes.classRef(codec), type)
                : Refusal.uncallableCodec(name, reach.packageName()).of(type);
    }
}
