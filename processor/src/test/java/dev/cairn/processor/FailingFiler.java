package dev.cairn.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor that fails where it creates a file: for what is told then. */
public final class FailingFiler extends AbstractProcessor {
    private final Processor processor;
    private final String names;
    private final Supplier<? extends Throwable> failure;

    /**
     * A processor that fails.
     *
     * @param names a pattern of the names of the files that cannot be created
     */
    public FailingFiler(Processor processor, String names, Supplier<? extends Throwable> failure) {
        this.processor = processor;
        this.names = names;
        this.failure = failure;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Filer filer = around(Filer.class, environment.getFiler(), (method, arguments) -> {
            String name = String.valueOf(arguments[method.equals("createSourceFile") ? 0 : 2]);
            if (method.startsWith("create") && name.matches(names)) {
                throw failure.get();
            }
            return null;
        });
        processor.init(around(
                ProcessingEnvironment.class,
                environment,
                (method, arguments) -> method.equals("getFiler") ? filer : null));
    }

    /** What is done instead of a method; null where nothing is. */
    private interface Instead {
        Object of(String method, Object[] arguments) throws Throwable;
    }

    private static <T> T around(Class<T> type, T original, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                FailingFiler.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = instead.of(method.getName(), arguments);
                    try {
                        return result == null ? method.invoke(original, arguments) : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
