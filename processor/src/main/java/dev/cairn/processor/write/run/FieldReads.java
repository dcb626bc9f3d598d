package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.WriteContext;
import java.util.List;
import java.util.stream.Stream;

/** Writes the method that reads the fields of artifacts. */
final class FieldReads extends CaseMethods {
    private static final ParameterSpec ARTIFACT =
            ParameterSpec.builder(TypeName.INT, "artifact").build();

    private final List<ArtifactModel> artifacts;

    private FieldReads(WriteContext context) {
        super(
                MethodSpec.methodBuilder("get")
                        .addParameter(context.flowName(), "flow")
                        .addParameter(ARTIFACT)
                        .returns(Object.class)
                        .build(),
                ARTIFACT,
                context.flow().artifacts().size());
        this.artifacts = context.flow().artifacts();
    }

    static List<MethodSpec> of(WriteContext context) {
        return new FieldReads(context).write();
    }

    @Override
    CodeBlock action(int number) {
        return CodeBlock.of("flow.$L", artifacts.get(number).name());
    }

    @Override
    Stream<String> warnings(int number) {
        return WriteContext.suppressions(artifacts.get(number)).stream();
    }
}
