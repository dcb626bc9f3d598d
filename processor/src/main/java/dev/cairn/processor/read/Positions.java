package dev.cairn.processor.read;

import dev.cairn.processor.report.ElementPosition;
import dev.cairn.processor.report.SourceOrder;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes the positions of a class and its members. Without the text of the source, which not every compiler shows, their order
 * comes from the order of members, annotations and values, which every compiler keeps.
 */
final class Positions {
    /** More than the elements that one annotation gives, nested ones too. */
    private static final long ANNOTATION = 1L << 32;

    private final int flow;
    private final Element type;
    private final Map<Element, Integer> members = new HashMap<>();

    /**
     * Positions in a class.
     *
     * @param flow how many classes stand before it
     */
    Positions(int flow, Element type) {
        this.flow = flow;
        this.type = type;
        for (Element member : type.getEnclosedElements()) {
            members.put(member, members.size() + 1);
        }
    }

    /** The name of the class, of a member, or of a parameter of a method. */
    ElementPosition of(Element element) {
        if (element instanceof VariableElement parameter
                && parameter.getEnclosingElement() instanceof ExecutableElement method) {
            return new ElementPosition(
                    element,
                    null,
                    null,
                    new SourceOrder(
                            flow,
                            member(method),
                            SourceOrder.PARAMETERS,
                            method.getParameters().indexOf(parameter)));
        }
        return new ElementPosition(element, null, null, new SourceOrder(flow, member(element), SourceOrder.NAME, 0));
    }

    /** An annotation on the class, a member, or a parameter of a method. */
    ElementPosition of(Element element, AnnotationMirror annotation) {
        return of(element, annotation, null, 0);
    }

    /** A value in such an annotation; {@code number} grows with the source. */
    ElementPosition of(Element element, AnnotationMirror annotation, @Nullable AnnotationValue value, int number) {
        SourceOrder name = of(element).order();
        SourceOrder order = name.part() == SourceOrder.PARAMETERS
                ? name
                : new SourceOrder(
                        flow,
                        name.member(),
                        SourceOrder.ANNOTATIONS,
                        element.getAnnotationMirrors().indexOf(annotation) * ANNOTATION + number);
        return new ElementPosition(element, annotation, value, order);
    }

    private int member(Element element) {
        return element.equals(type) ? 0 : members.getOrDefault(element, 0);
    }
}
