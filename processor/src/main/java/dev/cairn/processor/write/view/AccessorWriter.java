package dev.cairn.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import javax.lang.model.element.Modifier;

/** Starts the accessors that views have, and that the interfaces of join inputs declare. */
final class AccessorWriter {
    private final WriteContext context;

    AccessorWriter(WriteContext context) {
        this.context = context;
    }

    /** The accessor of the client's task. */
    MethodSpec.Builder task(Modifier... modifiers) {
        return MethodSpec.methodBuilder("task")
                .addModifiers(modifiers)
                .addJavadoc("{@return the task as the client sees it; a view that was built by hand has none}")
                .returns(RuntimeClasses.TASK);
    }

    /** The accessor of an artifact. */
    MethodSpec.Builder artifact(ArtifactModel artifact, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(artifact.name())
                .addModifiers(modifiers)
                .addJavadoc("$L", javadoc(artifact))
                .returns(JavaTypeNames.of(artifact.type()));
        SuppressedWarnings.of(WriteContext.suppressions(artifact)).ifPresent(method::addAnnotation);
        return method;
    }

    private CodeBlock javadoc(ArtifactModel artifact) {
        CodeBlock link = context.link(artifact.name());
        return CodeBlock.of(WriteContext.isFixed(artifact) ? "{@return $L}" : "{@return $L, if it exists}", link);
    }
}
