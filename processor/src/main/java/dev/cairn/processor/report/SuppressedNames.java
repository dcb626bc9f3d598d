package dev.cairn.processor.report;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads {@code @SuppressWarnings} through its mirror: as an object it would be of a class that is made while a flow is compiled, and it
 * fails where a value is wrong.
 */
public final class SuppressedNames {
    private SuppressedNames() {}

    /** What the annotation on an element lists; nothing if there is none. */
    public static List<String> on(Element element) {
        List<String> names = new ArrayList<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
                for (AnnotationValue value : annotation.getElementValues().values()) {
                    add(value.getValue(), names);
                }
            }
        }
        return names;
    }

    private static void add(Object value, List<String> names) {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                add(((AnnotationValue) item).getValue(), names);
            }
        } else if (value instanceof String name) {
            names.add(name);
        }
    }
}
