package dev.cairn.processor;

import com.google.auto.service.AutoService;
import dev.cairn.processor.body.BodyReader;
import dev.cairn.processor.read.CodecClassReader;
import dev.cairn.processor.read.SourcePlaces;
import dev.cairn.processor.read.StrayReader;
import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Reporter;
import dev.cairn.processor.write.source.GeneratedResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Checks the flows of a compilation and generates what runs them.
 *
 * <p>A flow waits for a later round while the type of an artifact does not exist: another processor may generate it. Types that
 * are generated for the flow itself are known by name, so that it never waits for those. What lives across rounds are names.
 */
@AutoService(Processor.class)
public final class FlowProcessor extends AbstractProcessor {
    private static final String PACKAGE = "dev.cairn.";
    private static final String ANNOUNCED = "AnnouncedCodec";

    private final Neighbours neighbours = new Neighbours();
    private final Namesakes namesakes = new Namesakes();
    private final UnseenCode unseenCode = new UnseenCode();
    private final SourceNames sources = new SourceNames();
    private Set<String> waiting = new LinkedHashSet<>();
    private SchemaLock lock = SchemaLock.of(LockOptions.OFF);
    private @Nullable AnnouncedCodecs announced;
    private boolean started;

    /** For the compiler. */
    public FlowProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names =
                StrayReader.ANNOTATIONS.stream().map(PACKAGE::concat).collect(Collectors.toSet());
        names.addAll(List.of(PACKAGE + "Flow", PACKAGE + ANNOUNCED));
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Options options = Options.of(processingEnv.getOptions());
        Reporter reporter = new Reporter(processingEnv, options.strict());
        if (round.processingOver()) {
            // The compiler says which types are missing of the flows that still wait.
            reporter.report(lock.write(waiting.isEmpty() && !round.errorRaised()));
            return false;
        }
        List<Problem> problems = new ArrayList<>();
        sources.add(round.getRootElements());
        if (!started) {
            started = true;
            neighbours.add(round.getRootElements());
            problems.addAll(options.problems());
            lock = SchemaLock.of(options.lock());
        }
        if (annotations.isEmpty() && waiting.isEmpty()) {
            reporter.report(problems); // in what was generated there is nothing to look for
            return false;
        }
        try {
            SourceTypes types = new SourceTypes(waiting(), round.getRootElements());
            Set<TypeElement> flows = flows(annotations, types, round);
            problems.addAll(StrayReader.read(
                    processingEnv.getElementUtils(),
                    annotations,
                    round,
                    flows,
                    types::number,
                    BodyReader.of(processingEnv)::annotations));
            problems.addAll(codecs(annotations, flows, types, round));
            FlowCompiler compiler =
                    new FlowCompiler(processingEnv, reporter, neighbours::in, namesakes, unseenCode, announced());
            Optional<Problem> old = OldRelease.problem(processingEnv.getSourceVersion());
            if (old.isPresent() && !flows.isEmpty()) {
                flows.forEach(flow -> compiler.writePlaceholder(flow, types.number(flow)));
                problems.clear();
                problems.add(old.get());
            } else {
                problems.addAll(compile(flows, types, compiler));
                problems.addAll(lock.check(compiler.flows(), () -> code(types, compiler)));
            }
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
            problems.add(InternalFailure.problem("this round", Nowhere.COMPILATION, failure));
        }
        reporter.report(problems);
        return false;
    }

    private AnnouncedCodecs announced() {
        AnnouncedCodecs known = announced;
        if (known == null) {
            known = new AnnouncedCodecs(processingEnv, sources::contain);
            announced = known;
        }
        return known;
    }

    /** Writes the files that announce codecs, and says which codecs are none. */
    private List<Problem> codecs(
            Set<? extends TypeElement> annotations, Set<TypeElement> flows, SourceTypes types, RoundEnvironment round) {
        CodecClassReader codecs =
                new CodecClassReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), types::number);
        flows.forEach(codecs::readFlow);
        codecs.readAnnounced(annotated(ANNOUNCED, annotations, round));
        GeneratedSources files = new GeneratedSources(processingEnv.getFiler());
        codecs.announcements()
                .forEach(announced -> files.write(
                        new GeneratedResource(announced.file(), announced.codec() + "\n"), announced.element()));
        return codecs.problems();
    }

    private LockedCode code(SourceTypes types, FlowCompiler compiler) {
        Elements elements = processingEnv.getElementUtils();
        SourcePlaces places = new SourcePlaces(elements, type -> isShown(type, compiler), types::number);
        return new LockedCode(elements, places, compiler::initialValue, compiler.flows());
    }

    /** Whether a message can be shown in a class. The compiler of Eclipse, which shows no code, shows no place in a record either. */
    private boolean isShown(TypeElement type, FlowCompiler compiler) {
        return sources.contain(type) && (type.getKind() != ElementKind.RECORD || compiler.seesCode());
    }

    private List<TypeElement> waiting() {
        return waiting.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The flows that wait, then those that are new, in the order of the source. */
    private Set<TypeElement> flows(Set<? extends TypeElement> annotations, SourceTypes types, RoundEnvironment round) {
        Set<TypeElement> flows = new LinkedHashSet<>(waiting());
        Set<? extends Element> annotated = annotated("Flow", annotations, round);
        types.all().stream().filter(annotated::contains).forEach(flows::add);
        return flows;
    }

    /** What has an annotation; the compiler goes through all code to find it, so it is asked only if there is any. */
    private static Set<? extends Element> annotated(
            String simpleName, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(PACKAGE + simpleName)) {
                return round.getElementsAnnotatedWith(annotation);
            }
        }
        return Set.of();
    }

    private List<Problem> compile(Set<TypeElement> flows, SourceTypes types, FlowCompiler compiler) {
        List<Problem> failures = new ArrayList<>();
        Set<String> later = new LinkedHashSet<>();
        for (TypeElement flow : flows) {
            try {
                if (!compiler.compile(flow, types.number(flow))) {
                    later.add(flow.getQualifiedName().toString());
                }
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
                failures.add(InternalFailure.problem(flow, types.number(flow), failure));
            }
        }
        waiting = later;
        failures.addAll(compiler.problems());
        return failures;
    }
}
