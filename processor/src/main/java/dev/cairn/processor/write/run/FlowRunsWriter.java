package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the static methods that find runs of a flow, on the default datastore and on a given one. */
final class FlowRunsWriter {
    private final WriteContext context;
    private final ClassName run;

    FlowRunsWriter(WriteContext context, ClassName run) {
        this.context = context;
        this.run = run;
    }

    List<MethodSpec> methods() {
        return List.of(latest(false), latest(true), of(false), of(true), all(false), all(true));
    }

    private MethodSpec latest(boolean given) {
        MethodSpec.Builder method = method("latest", "{@return the run that was started last$L}\n", given)
                .returns(run);
        return addDatastore(method, given)
                .addJavadoc("\n@throws $L if there is none", RuntimeClasses.NO_SUCH_RUN_EXCEPTION)
                .addStatement("return new $T($L.latest())", run, runs(given))
                .build();
    }

    private MethodSpec of(boolean given) {
        MethodSpec.Builder method = method("of", "{@return the run with this id$L}\n", given)
                .addJavadoc("\n@param id the id of the run")
                .addParameter(String.class, "id")
                .returns(run);
        return addDatastore(method, given)
                .addJavadoc("\n@throws $L if there is none", RuntimeClasses.NO_SUCH_RUN_EXCEPTION)
                .addStatement("return new $T($L.run(id))", run, runs(given))
                .build();
    }

    private MethodSpec all(boolean given) {
        MethodSpec.Builder method = method("all", "{@return all runs$L, the newest first}" + (given ? "\n" : ""), given)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), run));
        return addDatastore(method, given)
                .addStatement("return $L.all($T::new)", runs(given), run)
                .build();
    }

    private MethodSpec.Builder method(String name, String javadoc, boolean given) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc(javadoc, given ? "" : " on the default datastore");
    }

    private static MethodSpec.Builder addDatastore(MethodSpec.Builder method, boolean given) {
        return given
                ? method.addParameter(RuntimeClasses.DATASTORE, "datastore")
                        .addJavadoc("\n@param datastore where to look")
                : method;
    }

    private CodeBlock runs(boolean given) {
        return CodeBlock.of("$T.of($L$L)", RuntimeClasses.FLOW_RUNS, context.definition(), given ? ", datastore" : "");
    }
}
