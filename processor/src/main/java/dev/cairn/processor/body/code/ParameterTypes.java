package dev.cairn.processor.body.code;

import com.sun.source.tree.MethodTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The declared types of the parameters of the methods of a flow. Methods are matched by their name and those of their parameters;
 * of overloads that agree in both nothing is known. Immutable.
 */
public final class ParameterTypes {
    private final Map<List<String>, List<TypeMirror>> types = new HashMap<>();

    public static ParameterTypes of(TypeElement flow) {
        ParameterTypes all = new ParameterTypes();
        ElementFilter.methodsIn(flow.getEnclosedElements()).forEach(all::add);
        return all;
    }

    private void add(ExecutableElement method) {
        List<TypeMirror> parameters = method.getParameters().stream()
                .<TypeMirror>map(parameter -> parameter.asType())
                .toList();
        List<String> key = new ArrayList<>(List.of(method.getSimpleName().toString()));
        method.getParameters()
                .forEach(parameter -> key.add(parameter.getSimpleName().toString()));
        if (types.putIfAbsent(key, parameters) != null) {
            types.put(key, List.of());
        }
    }

    /** The type of a parameter; null if it is not known. */
    @Nullable
    public TypeMirror of(MethodTree method, int parameter) {
        List<String> key = new ArrayList<>(List.of(method.getName().toString()));
        method.getParameters().forEach(variable -> key.add(variable.getName().toString()));
        List<TypeMirror> found = types.getOrDefault(key, List.of());
        return parameter < found.size() ? found.get(parameter) : null;
    }
}
