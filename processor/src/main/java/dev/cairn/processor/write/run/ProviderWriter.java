package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import javax.lang.model.element.Modifier;

/** Writes {@code FProvider}, which is public whatever the flow is, because {@link java.util.ServiceLoader} asks for that. */
public final class ProviderWriter {
    private ProviderWriter() {}

    public static TypeSpec write(WriteContext context) {
        TypeSpec.Builder type = TypeSpec.classBuilder(context.names().provider().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeClasses.FLOW_PROVIDER)
                .addJavadoc("Lets launchers find the flow {@link $T}.", context.flowName());
        context.mark(type);
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("For {@link java.util.ServiceLoader}.")
                        .build())
                .addMethod(MethodSpec.methodBuilder("definition")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ParameterizedTypeName.get(
                                RuntimeClasses.FLOW_DEFINITION, WildcardTypeName.subtypeOf(ClassName.OBJECT)))
                        .addStatement("return $L", context.definition())
                        .build())
                .build();
    }
}
