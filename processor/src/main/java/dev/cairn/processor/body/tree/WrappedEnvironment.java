package dev.cairn.processor.body.tree;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Looks into environments that build tools put around that of the compiler, where {@code Trees} does not know them: the proxies
 * of IntelliJ's builds, and the wrappers of incremental Gradle builds, kapt and others, which keep the original in a field.
 */
final class WrappedEnvironment {
    /** More layers than any build was seen to have; a wrapper may also give another wrapper each time it is asked. */
    private static final int LAYERS = 8;

    private WrappedEnvironment() {}

    /** The environment, then what is found within it, outermost first. */
    static List<ProcessingEnvironment> layers(ProcessingEnvironment environment) {
        List<ProcessingEnvironment> layers = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Optional<ProcessingEnvironment> next = Optional.of(environment);
        while (next.isPresent() && layers.size() < LAYERS && seen.add(next.get())) {
            layers.add(next.get());
            next = unwrap(next.get());
        }
        return layers;
    }

    private static Optional<ProcessingEnvironment> unwrap(ProcessingEnvironment environment) {
        Object holder =
                Proxy.isProxyClass(environment.getClass()) ? Proxy.getInvocationHandler(environment) : environment;
        return unwrapByIntelliJ(environment).or(() -> unwrapByField(holder));
    }

    /** What IntelliJ's documentation for authors of processors asks for. */
    private static Optional<ProcessingEnvironment> unwrapByIntelliJ(ProcessingEnvironment environment) {
        try {
            Object unwrapped = Class.forName(
                            "org.jetbrains.jps.javac.APIWrappers",
                            false,
                            environment.getClass().getClassLoader())
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped instanceof ProcessingEnvironment found && found != environment
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notIntelliJ) {
            return Optional.empty();
        }
    }

    /** Gradle calls it {@code delegate}, kapt {@code processingEnv}, a proxy has what its lambda or class captured. */
    private static Optional<ProcessingEnvironment> unwrapByField(Object holder) {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional<ProcessingEnvironment> found = value(field, holder);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessingEnvironment> value(Field field, Object holder) {
        if (Modifier.isStatic(field.getModifiers())
                || field.getType().isPrimitive()
                || holder.getClass().getName().startsWith("com.sun.tools.javac.")) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return field.get(holder) instanceof ProcessingEnvironment found && found != holder
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.empty();
        }
    }
}
