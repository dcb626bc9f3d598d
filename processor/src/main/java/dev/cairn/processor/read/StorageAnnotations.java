package dev.cairn.processor.read;

import dev.cairn.processor.model.StoredDefinition.Fallback;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** What the annotations on a type, field or constant say of its storage; they are read by name. */
final class StorageAnnotations {
    private StorageAnnotations() {}

    /** What {@code @FormerNames} lists. */
    static List<String> formerNames(Element element) {
        return value(element, "dev.cairn.FormerNames", "value").stream()
                .flatMap(StorageAnnotations::elements)
                .map(name -> name.getValue().toString())
                .toList();
    }

    /** What {@code @Default} says; empty if there is no such annotation. */
    static Optional<Fallback> fallback(Element element) {
        boolean isThere =
                element.getAnnotationMirrors().stream().anyMatch(mirror -> isNamed(mirror, "dev.cairn.Default"));
        // A value that is not written says something else than an empty one.
        return isThere
                ? Optional.of(new Fallback(value(element, "dev.cairn.Default", "value")
                        .map(value -> value.getValue().toString())))
                : Optional.empty();
    }

    /** What {@code @Codec} names; empty if there is no such annotation. */
    static Optional<AnnotationValue> codec(Element element) {
        return value(element, "dev.cairn.Codec", "value");
    }

    /** The classes that {@code @Opaque} allows; empty if there is no such annotation. */
    static Optional<List<TypeMirror>> opaque(Element element) {
        return value(element, "dev.cairn.Opaque", "allow").map(StorageAnnotations::types);
    }

    /** The names of classes that {@code @Opaque} allows. */
    static List<String> opaqueNames(Element element) {
        return value(element, "dev.cairn.Opaque", "allowNames").stream()
                .flatMap(StorageAnnotations::elements)
                .map(name -> name.getValue().toString())
                .toList();
    }

    /** Whether {@code @Codec} or {@code @Opaque} does not have the element that it must have, which the compiler reports. */
    static boolean lacksElement(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror, "dev.cairn.Codec") && lacks(mirror, "value")
                        || isNamed(mirror, "dev.cairn.Opaque") && lacks(mirror, "allow"));
    }

    private static boolean lacks(AnnotationMirror mirror, String name) {
        return mirror.getElementValues().keySet().stream()
                .noneMatch(element -> element.getSimpleName().contentEquals(name));
    }

    /** The classes that {@code @Flow(types)} adds. */
    static List<TypeMirror> flowTypes(TypeElement flow) {
        return value(flow, "dev.cairn.Flow", "types")
                .map(StorageAnnotations::types)
                .orElse(List.of());
    }

    /** The codecs that {@code @Flow(codecs)} names. */
    static List<TypeMirror> flowCodecs(TypeElement flow) {
        return value(flow, "dev.cairn.Flow", "codecs")
                .map(StorageAnnotations::types)
                .orElse(List.of());
    }

    /** Whether a class says itself how it is stored. */
    static boolean areOn(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror, "dev.cairn.Codec") || isNamed(mirror, "dev.cairn.Opaque"));
    }

    /** Whether an interface says that lambdas may implement it. */
    static boolean isFunctional(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror, "java.lang.FunctionalInterface"));
    }

    private static Optional<AnnotationValue> value(Element element, String annotation, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror, annotation))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isNamed(AnnotationMirror mirror, String annotation) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(annotation);
    }

    private static List<TypeMirror> types(AnnotationValue array) {
        return elements(array).flatMap(value -> type(value).stream()).toList();
    }

    private static Stream<? extends AnnotationValue> elements(AnnotationValue array) {
        return array.accept(
                new SimpleAnnotationValueVisitor14<Stream<? extends AnnotationValue>, Void>(Stream.of()) {
                    @Override
                    public Stream<? extends AnnotationValue> visitArray(
                            List<? extends AnnotationValue> values, Void unused) {
                        return values.stream();
                    }
                },
                null);
    }

    /** The type of a class literal; empty for one that does not exist, which the compiler reports. */
    static Optional<TypeMirror> type(AnnotationValue value) {
        return value.accept(
                new SimpleAnnotationValueVisitor14<Optional<TypeMirror>, Void>(Optional.empty()) {
                    @Override
                    public Optional<TypeMirror> visitType(TypeMirror type, Void unused) {
                        return Optional.of(type);
                    }
                },
                null);
    }
}
