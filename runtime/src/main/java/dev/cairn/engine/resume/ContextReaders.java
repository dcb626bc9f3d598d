package dev.cairn.engine.resume;

import dev.cairn.runtime.TaskContext;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The steps that get a {@link TaskContext}, whose {@link TaskContext#parameters()} gives them every parameter. */
final class ContextReaders {
    private ContextReaders() {}

    /** Their names; the analysis of the code does not tell. */
    static Set<String> of(Class<?> flowClass) {
        Set<String> steps = new HashSet<>();
        for (Method method : flowClass.getDeclaredMethods()) {
            if (List.of(method.getParameterTypes()).contains(TaskContext.class)) {
                steps.add(method.getName());
            }
        }
        return steps;
    }
}
