package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Literals;
import dev.cairn.processor.write.source.Table;
import javax.lang.model.element.Modifier;

/** Writes the definition of a flow: its tables, and the switches that call steps and reach fields. */
final class DefinitionWriter {
    private final WriteContext generation;

    private DefinitionWriter(WriteContext generation) {
        this.generation = generation;
    }

    static TypeSpec write(WriteContext generation) {
        return new DefinitionWriter(generation).definition();
    }

    private TypeSpec definition() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Definition")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeClasses.FLOW_DEFINITION, generation.flowName()));
        AccessFacts facts = AccessFacts.of(generation);
        Table artifacts = ArtifactTable.of(generation);
        Table steps = StepTable.of(generation, facts);
        type.addMethod(MethodSpec.constructorBuilder()
                .addCode("super(\n$>$>$L,\n$L,\n$L);\n$<$<", header(), artifacts.list(), steps.list())
                .build());
        type.addMethod(newFlow());
        StepCalls.of(generation).forEach(type::addMethod);
        FieldReads.of(generation).forEach(type::addMethod);
        FieldWrites.of(generation).forEach(type::addMethod);
        artifacts.methods().forEach(type::addMethod);
        steps.methods().forEach(type::addMethod);
        facts.methods().forEach(type::addMethod);
        return type.build();
    }

    private CodeBlock header() {
        FlowModel flow = generation.flow();
        ClassName name = generation.flowName();
        CodeBlock.Builder header = CodeBlock.builder()
                .add("$T.of($S, $S, $T.class)", RuntimeClasses.FLOW_HEADER, generation.version(), flow.name(), name);
        if (!flow.documentation().isBlank()) {
            header.add("\n$>$>.documentation($L)$<$<", Literals.text(flow.documentation()));
        }
        if (!flow.formerNames().isEmpty()) {
            header.add("\n$>$>.formerNames($L)$<$<", Literals.strings(flow.formerNames()));
        }
        return header.build();
    }

    private MethodSpec newFlow() {
        return MethodSpec.methodBuilder("newFlow")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(generation.flowName())
                .addStatement("return new $T()", generation.flowName())
                .build();
    }
}
