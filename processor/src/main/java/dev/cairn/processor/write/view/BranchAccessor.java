package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.cairn.processor.write.context.WriteContext;
import java.util.Optional;

/** The accessor, in the inputs of a static join, of what arrives from one step. */
record BranchAccessor(WriteContext context, String step, ClassName view, int branch) {
    /** The method; it gives an {@link Optional} unless the branch {@code always} ends in the step. */
    MethodSpec write(boolean always, ClassName element) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(step).addModifiers(context.visible());
        if (!always) {
            return method.addJavadoc("{@return the task of $L, if its branch ended there}", context.link(step))
                    .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), view))
                    .addStatement("$T input = get($L)", element, branch)
                    .addStatement("return input instanceof $1T view ? $2T.of(view) : $2T.empty()", view, Optional.class)
                    .build();
        }
        return method.addJavadoc("{@return the task of $L}", context.link(step))
                .returns(view)
                .addStatement("return new $T(tasks().get($L))", view, branch)
                .build();
    }
}
