package dev.cairn.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cairn.processor.model.ArtifactModel;
import javax.lang.model.element.Modifier;

/** Starts the accessors that views have, and that the interfaces of join inputs declare. */
final class AccessorWriter {
    private final Generation generation;

    AccessorWriter(Generation generation) {
        this.generation = generation;
    }

    /** The accessor of the client's task. */
    MethodSpec.Builder task(Modifier... modifiers) {
        return MethodSpec.methodBuilder("task")
                .addModifiers(modifiers)
                .addJavadoc("The task as the client sees it; not of a view that was built by hand.")
                .returns(RuntimeClasses.TASK);
    }

    /** The accessor of an artifact. */
    MethodSpec.Builder artifact(ArtifactModel artifact, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(artifact.name())
                .addModifiers(modifiers)
                .addJavadoc("$L", javadoc(artifact))
                .returns(JavaTypeNames.of(artifact.type()));
        Suppressions.of(Generation.suppressions(artifact)).ifPresent(method::addAnnotation);
        return method;
    }

    private CodeBlock javadoc(ArtifactModel artifact) {
        CodeBlock link = generation.link(artifact.name());
        return Generation.isFixed(artifact)
                ? CodeBlock.of("$L.", link)
                : CodeBlock.of("$L.\n\n@throws $T if it is absent", link, RuntimeClasses.ABSENT_ARTIFACT_EXCEPTION);
    }
}
