package dev.cairn.processor.report;

import dev.cairn.processor.model.Position;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element, or an annotation on it, or a value in that annotation. Lives no longer than the round.
 *
 * @param element the element
 * @param annotation the annotation, if that is meant
 * @param value the value in the annotation, if that is meant
 * @param order where it stands
 */
public record ElementPosition(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        SourceOrder order) implements Position {}
