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
    private final WriteContext context;

    private DefinitionWriter(WriteContext context) {
        this.context = context;
    }

    static TypeSpec write(WriteContext context) {
        return new DefinitionWriter(context).definition();
    }

    private TypeSpec definition() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Definition")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeClasses.FLOW_DEFINITION, context.flowName()));
        AccessFacts facts = AccessFacts.of(context);
        Table artifacts = ArtifactTable.of(context);
        Table steps = StepTable.of(context, facts);
        type.addMethod(MethodSpec.constructorBuilder()
                .addCode("super(\n$>$>$L,\n$L,\n$L);\n$<$<", header(), artifacts.array(), steps.array())
                .build());
        type.addMethod(newFlow());
        StepCalls.of(context).forEach(type::addMethod);
        StepViews.of(context).forEach(type::addMethod);
        FieldReads.of(context).forEach(type::addMethod);
        FieldWrites.of(context).forEach(type::addMethod);
        artifacts.methods().forEach(type::addMethod);
        steps.methods().forEach(type::addMethod);
        facts.methods().forEach(type::addMethod);
        return type.build();
    }

    private CodeBlock header() {
        FlowModel flow = context.flow();
        ClassName name = context.flowName();
        CodeBlock.Builder header = CodeBlock.builder()
                .add("$T.of($S, $S, $T.class)", RuntimeClasses.FLOW_HEADER, context.version(), flow.name(), name);
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
                .returns(context.flowName())
                .addStatement("return new $T()", context.flowName())
                .build();
    }
}
