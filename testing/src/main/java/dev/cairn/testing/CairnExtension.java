package dev.cairn.testing;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.RunBuilder;
import dev.cairn.engine.TestSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What {@link CairnTest} does. Each test, and each invocation of a repeated or parameterized one, has its own datastore and clock. */
public final class CairnExtension implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(CairnExtension.class);

    /** For JUnit. */
    public CairnExtension() {}

    /** What a test has. */
    private record Surroundings(Datastore datastore, TestClock clock) {}

    private static Surroundings surroundings(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(),
                        id -> new Surroundings(Datastore.inMemory(), new TestClock()),
                        Surroundings.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Datastore.class || type == TestClock.class || isBuilder(type);
    }

    /** The type itself, and not a superclass of all builders. */
    private static boolean isBuilder(Class<?> type) {
        return RunBuilder.class.isAssignableFrom(type) && type.getEnclosingClass() != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Surroundings surroundings = surroundings(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Datastore.class) {
            return surroundings.datastore();
        }
        return type == TestClock.class ? surroundings.clock() : builder(type, surroundings);
    }

    private static RunBuilder<?, ?> builder(Class<?> type, Surroundings surroundings) {
        RunBuilder<?, ?> builder = newBuilder(type);
        builder.datastore(surroundings.datastore()).maxWorkers(1);
        TestSettings.clock(builder, surroundings.clock());
        return builder;
    }

    private static RunBuilder<?, ?> newBuilder(Class<?> type) {
        try {
            Method method = type.getEnclosingClass().getDeclaredMethod("builder");
            method.setAccessible(true); // runners are as visible as their flows
            return (RunBuilder<?, ?>) method.invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | ClassCastException e) {
            throw new ParameterResolutionException(
                    "the parameter of type " + type.getName()
                            + " is not the generated builder of a flow, so it cannot be"
                            + " made here. Take `Datastore datastore` instead, and make the builder in the test.",
                    e);
        } catch (InvocationTargetException e) {
            throw new ParameterResolutionException(
                    "the flow of " + type.getName() + " cannot be loaded: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Surroundings surroundings = context.getStore(NAMESPACE).remove(context.getUniqueId(), Surroundings.class);
        if (surroundings != null) {
            surroundings.datastore().close();
        }
    }

    /** Adds what the runs of the test left to its failure. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Surroundings surroundings = context.getStore(NAMESPACE).get(context.getUniqueId(), Surroundings.class);
        if (surroundings != null) {
            RunsOfTest.describe(surroundings.datastore()).ifPresent(failure::addSuppressed);
        }
        throw failure;
    }
}
