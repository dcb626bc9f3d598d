package dev.cairn.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the switch that reads the fields of artifacts. */
final class FieldReads {
    private FieldReads() {}

    static List<MethodSpec> of(Generation generation) {
        List<ArtifactModel> artifacts = generation.flow().artifacts();
        return new CaseMethods("artifact", number -> CodeBlock.of("flow.$L", artifacts.get(number).name()), true)
                .write(
                        artifacts.size(),
                        method(generation, "get", artifacts)
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PUBLIC),
                        (name, chunk) -> method(generation, name, artifacts.subList(chunk.from(), chunk.to()))
                                .addModifiers(Modifier.PRIVATE, Modifier.STATIC),
                        name -> name + "(flow, artifact)");
    }

    private static MethodSpec.Builder method(Generation generation, String name, List<ArtifactModel> artifacts) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addParameter(generation.flowName(), "flow")
                .addParameter(TypeName.INT, "artifact")
                .returns(Object.class);
        if (artifacts.size() <= Chunk.SIZE) {
            Suppressions.of(artifacts.stream()
                            .flatMap(artifact -> Generation.suppressions(artifact).stream())
                            .toList())
                    .ifPresent(method::addAnnotation);
        }
        return method;
    }
}
