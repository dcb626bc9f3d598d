package dev.cairn.samples.unseen;

import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The processor of flows in a compiler that does not show the bodies of methods, as that of Eclipse does not. */
final class HidingProcessor extends AbstractProcessor {
    private final Processor flows = ServiceLoader.load(Processor.class).stream()
            .filter(provider -> provider.type().getName().equals("dev.cairn.processor.FlowProcessor"))
            .findFirst()
            .orElseThrow()
            .get();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        flows.init(new Hiding(() -> environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return flows.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return flows.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return flows.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return flows.getSupportedSourceVersion();
    }

    /** The compiler's environment in a wrapper that nobody sees through: what it wraps is in no field. */
    private record Hiding(Supplier<ProcessingEnvironment> hidden) implements ProcessingEnvironment {
        @Override
        public Map<String, String> getOptions() {
            return hidden.get().getOptions();
        }

        @Override
        public Messager getMessager() {
            return hidden.get().getMessager();
        }

        @Override
        public Filer getFiler() {
            return hidden.get().getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return hidden.get().getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return hidden.get().getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return hidden.get().getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return hidden.get().getLocale();
        }
    }
}
