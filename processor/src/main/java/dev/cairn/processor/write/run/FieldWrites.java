package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.List;
import java.util.stream.Stream;

/** Writes the method that sets the fields of artifacts; it has no case for a constant. */
final class FieldWrites extends CaseMethods {
    private static final ParameterSpec ARTIFACT =
            ParameterSpec.builder(TypeName.INT, "artifact").build();

    private final List<ArtifactModel> artifacts;

    private FieldWrites(WriteContext context) {
        super(
                MethodSpec.methodBuilder("set")
                        .addParameter(context.flowName(), "flow")
                        .addParameter(ARTIFACT)
                        .addParameter(Object.class, "value")
                        .build(),
                ARTIFACT,
                context.flow().artifacts().size());
        this.artifacts = context.flow().artifacts();
    }

    static List<MethodSpec> of(WriteContext context) {
        return new FieldWrites(context).write();
    }

    @Override
    CodeBlock action(int number) {
        ArtifactModel artifact = artifacts.get(number);
        if (isConstant(artifact)) {
            return CodeBlock.of("");
        }
        TypeName type = JavaTypeNames.of(artifact.type());
        return type.equals(ClassName.OBJECT) // a cast to it is redundant, of which the compiler warns
                ? CodeBlock.of("flow.$L = value", artifact.name())
                : CodeBlock.of("flow.$L = ($T) value", artifact.name(), type);
    }

    @Override
    Stream<String> warnings(int number) {
        ArtifactModel artifact = artifacts.get(number);
        if (isConstant(artifact)) {
            return Stream.of();
        }
        Stream<String> unchecked = JavaTypeNames.isUnchecked(artifact.type()) ? Stream.of("unchecked") : Stream.of();
        return Stream.concat(WriteContext.suppressions(artifact).stream(), unchecked);
    }

    private static boolean isConstant(ArtifactModel artifact) {
        return artifact.kind() == ArtifactModel.Kind.CONSTANT;
    }
}
