package dev.cairn.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Writes {@code @SuppressWarnings}. */
final class Suppressions {
    private Suppressions() {}

    /** The annotation that suppresses these warnings; nothing if there are none. */
    static Optional<AnnotationSpec> of(Collection<String> warnings) {
        if (warnings.isEmpty()) {
            return Optional.empty();
        }
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        new TreeSet<>(warnings).forEach(warning -> annotation.addMember("value", "$S", warning));
        return Optional.of(annotation.build());
    }
}
