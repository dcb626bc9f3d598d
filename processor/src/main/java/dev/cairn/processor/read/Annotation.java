package dev.cairn.processor.read;

import dev.cairn.processor.model.Given;
import dev.cairn.processor.report.ElementPosition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * An annotation, read through its mirror: it shows where each value stands, and does not fail where a value is wrong. A value of
 * the wrong type, which the compiler reports, is taken for the default.
 */
final class Annotation {
    private final Elements elements;
    private final Map<String, AnnotationValue> values = new LinkedHashMap<>();
    private final Map<String, AnnotationValue> given = new LinkedHashMap<>();
    private final Place place;

    /**
     * Where an annotation stands, and with it the values in it and in those nested in it, numbered as in the source.
     *
     * @param given the values of each of these annotations: the compiler of Eclipse makes new ones each time it is asked
     */
    private record Place(
            Positions positions,
            Element element,
            AnnotationMirror mirror,
            IdentityHashMap<AnnotationMirror, Map<String, AnnotationValue>> given,
            IdentityHashMap<AnnotationValue, Integer> numbers) {
        Place(Positions positions, Element element, AnnotationMirror mirror) {
            this(positions, element, mirror, new IdentityHashMap<>(), new IdentityHashMap<>());
            number(mirror);
        }

        private void number(AnnotationMirror annotation) {
            Map<String, AnnotationValue> values = new LinkedHashMap<>();
            annotation
                    .getElementValues()
                    .forEach(
                            (method, value) -> values.put(method.getSimpleName().toString(), value));
            given.put(annotation, values);
            values.values().forEach(this::number);
        }

        private void number(AnnotationValue value) {
            numbers.put(value, numbers.size() + 1);
            if (value.getValue() instanceof AnnotationMirror nested) {
                number(nested);
            } else if (value.getValue() instanceof List<?> list) {
                list.forEach(item -> number((AnnotationValue) item));
            }
        }

        ElementPosition at(AnnotationValue value) {
            Integer number = numbers.get(value);
            return number == null ? positions.of(element, mirror) : positions.of(element, mirror, value, number);
        }
    }

    private Annotation(Elements elements, AnnotationMirror mirror, Place place) {
        this.elements = elements;
        this.place = place;
        elements.getElementValuesWithDefaults(mirror)
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value));
        given.putAll(place.given().getOrDefault(mirror, Map.of()));
        values.putAll(given);
    }

    /** The annotation of this name on an element. */
    static Optional<Annotation> find(Elements elements, Positions positions, Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror, name))
                .findFirst()
                .map(mirror -> new Annotation(elements, mirror, new Place(positions, element, mirror)));
    }

    /** Whether an element has an annotation of this name. */
    static boolean isOn(Element element, String name) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> isNamed(mirror, name));
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(name);
    }

    /** Where the annotation stands. */
    ElementPosition position() {
        return place.positions().of(place.element(), place.mirror());
    }

    /** Where the values stand that are given, by name, in the order of the source. */
    Map<String, ElementPosition> given() {
        Map<String, ElementPosition> positions = new LinkedHashMap<>();
        given.forEach((name, value) -> positions.put(name, place.at(value)));
        return positions;
    }

    Given<String> string(String name) {
        return single(name, String.class, "");
    }

    Given<Integer> integer(String name) {
        return single(name, Integer.class, 0);
    }

    Given<Double> number(String name) {
        return single(name, Double.class, 0.0);
    }

    boolean flag(String name) {
        return single(name, Boolean.class, false).value();
    }

    private <T> Given<T> single(String name, Class<T> type, T otherwise) {
        AnnotationValue value = values.get(name);
        return value != null && type.isInstance(value.getValue())
                ? new Given<>(type.cast(value.getValue()), place.at(value))
                : new Given<>(otherwise, position());
    }

    /** The elements of an array of strings, each with its own position. */
    List<Given<String>> strings(String name) {
        List<Given<String>> strings = new ArrayList<>();
        for (AnnotationValue value : array(name)) {
            if (value.getValue() instanceof String text) {
                strings.add(new Given<>(text, place.at(value)));
            }
        }
        return strings;
    }

    /** The elements of an array of classes that exist, each with its own position. */
    List<Given<TypeMirror>> types(String name) {
        List<Given<TypeMirror>> types = new ArrayList<>();
        for (AnnotationValue value : array(name)) {
            if (value.getValue() instanceof TypeMirror type) {
                types.add(new Given<>(type, place.at(value)));
            }
        }
        return types;
    }

    /** The elements of an array of annotations. */
    List<Annotation> annotations(String name) {
        List<Annotation> nested = new ArrayList<>();
        for (AnnotationValue value : array(name)) {
            if (value.getValue() instanceof AnnotationMirror annotation) {
                nested.add(new Annotation(elements, annotation, place));
            }
        }
        return nested;
    }

    private List<AnnotationValue> array(String name) {
        List<AnnotationValue> array = new ArrayList<>();
        AnnotationValue value = values.get(name);
        if (value != null && value.getValue() instanceof List<?> list) {
            list.forEach(item -> array.add((AnnotationValue) item));
        }
        return array;
    }
}
