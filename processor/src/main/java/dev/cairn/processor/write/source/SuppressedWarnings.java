package dev.cairn.processor.write.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes {@code @SuppressWarnings}. What the source of a flow suppresses, or would have to, is suppressed in all that is generated
 * from it; {@code "all"}, which means nothing to {@code javac}, keeps the compiler of Eclipse from asking whether each is needed.
 */
public final class SuppressedWarnings {
    /** What is suppressed only where there is something to suppress. */
    private static final Set<String> ALWAYS_NEEDED = Set.of("unchecked");

    private SuppressedWarnings() {}

    /** The annotation that suppresses these warnings; nothing if there are none. */
    public static Optional<AnnotationSpec> of(Collection<String> warnings) {
        if (warnings.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(warnings);
        if (!all.equals(ALWAYS_NEEDED)) {
            all.add("all");
        }
        CodeBlock names = Literals.strings(all);
        return Optional.of(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", all.size() == 1 ? "$L" : "{$L}", names)
                .build());
    }
}
