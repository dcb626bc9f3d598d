package dev.cairn.processor;

import com.google.auto.service.AutoService;
import dev.cairn.processor.read.FlowReader;
import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Reporter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the flows of a compilation where {@link java.util.ServiceLoader} finds them. A separate processor, because what it
 * writes comes from many flows: for incremental builds that makes it <em>aggregating</em>, and {@link FlowProcessor} is not.
 */
@AutoService(Processor.class)
public final class FlowRegistryProcessor extends AbstractProcessor {
    private static final String ID = "registry";

    private static final String FLOW = "dev.cairn.Flow"; // its class may be missing from the processor path

    private final Set<String> providers = new TreeSet<>();

    /** For the compiler. */
    public FlowRegistryProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(FLOW);
    }

    /** None. What this overrides would look for an annotation, for which a class is made. */
    @Override
    public Set<String> getSupportedOptions() {
        return Set.of();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            list(annotations, round);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
            report(InternalFailure.problem("the list of flows", Nowhere.COMPILATION, failure));
        }
        return false;
    }

    private void list(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) { // that of flows, if there is one
            for (TypeElement flow : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                providers.add(FlowReader.names(flow).provider().canonicalName());
            }
        }
        if (round.processingOver() && !round.errorRaised()) {
            write();
        }
    }

    private void write() {
        ProviderFile file = new ProviderFile(processingEnv.getFiler());
        List<String> before = file.read();
        Set<String> lines = new TreeSet<>(providers);
        lines.removeIf(provider -> type(provider) == null); // its flow was not sound
        before.stream().filter(this::stands).forEach(lines::add);
        if (!List.copyOf(lines).equals(before)) {
            write(file, lines);
        }
    }

    /**
     * Whether an entry of an earlier compilation still stands, so that a compilation of some sources does not lose the flows of
     * all others: its class is there, and the flow for which it was generated. A provider without its flow would fail to load, and
     * with it the search for all other flows.
     */
    private boolean stands(String provider) {
        String flow = provider.replaceFirst("Provider$", "");
        return type(provider) != null && (isFlow(flow) || isFlow(flow.replace('_', '.')));
    }

    private boolean isFlow(String name) {
        TypeElement type = type(name);
        return type != null
                && type.getAnnotationMirrors().stream()
                        .anyMatch(annotation -> ((TypeElement)
                                        annotation.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(FLOW));
    }

    private @Nullable TypeElement type(String name) {
        return processingEnv.getElementUtils().getTypeElement(name);
    }

    private void write(ProviderFile file, Set<String> lines) {
        try {
            file.write(lines);
        } catch (IOException failure) {
            report(Problem.error(
                    ID, Nowhere.COMPILATION, "the list of flows cannot be written: " + failure.getMessage()));
        }
    }

    private void report(Problem problem) {
        new Reporter(processingEnv, false).report(List.of(problem));
    }
}
