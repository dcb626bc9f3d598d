package dev.cairn.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager.Location;

/** A processor of which it is recorded what it creates, and from what, as Gradle records it. Not for several threads. */
final class RecordingFiler extends AbstractProcessor {
    private final Processor processor;
    private final List<Creation> creations = new ArrayList<>();

    RecordingFiler(Processor processor) {
        this.processor = processor;
    }

    /**
     * A file that was created.
     *
     * @param name of the class, or of the file
     * @param location where it is; {@code SOURCE_OUTPUT} for sources
     * @param origins the elements of which the processor says that the file comes from them
     */
    record Creation(String name, String location, List<String> origins) {}

    List<Creation> creations() {
        return creations;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Filer original = environment.getFiler();
        Filer filer = (Filer) Proxy.newProxyInstance(
                RecordingFiler.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("create")) {
                        record(arguments);
                    }
                    try {
                        return method.invoke(original, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                RecordingFiler.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
    }

    /** The arguments are a name and the origins, or a location, a package, a name and the origins. */
    private void record(Object[] arguments) {
        Element[] origins = (Element[]) arguments[arguments.length - 1];
        creations.add(new Creation(
                arguments[arguments.length - 2].toString(),
                arguments[0] instanceof Location location ? location.getName() : "SOURCE_OUTPUT",
                Arrays.stream(origins).map(Element::toString).toList()));
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
