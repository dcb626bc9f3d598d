package dev.cairn.processor.read;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Lombok, a processor that adds members to classes, and takes its annotations away once it did. */
final class Lombok {
    private Lombok() {}

    /** Whether a class still has such annotations, so that members of it are missing. */
    static boolean isYetToRun(TypeElement type) {
        return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
                .flatMap((Element element) -> element.getAnnotationMirrors().stream())
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().startsWith("lombok."));
    }
}
