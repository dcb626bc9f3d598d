package dev.cairn.benchmarks.processor;

import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A processor that measures how long another one takes: to start, and in its rounds. Used by one thread. */
final class TimedProcessor implements Processor {
    private final Processor processor;
    private final Stopwatch stopwatch;

    TimedProcessor(Processor processor, Stopwatch stopwatch) {
        this.processor = processor;
        this.stopwatch = stopwatch;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        stopwatch.time(() -> {
            processor.init(environment);
            return true;
        });
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // answers what the other one answers
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return stopwatch.time(() -> processor.process(annotations, round));
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
        return processor.getCompletions(element, annotation, member, text);
    }
}
