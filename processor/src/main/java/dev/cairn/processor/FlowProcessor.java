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
import java.util.HashSet;
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
    private final Set<String> sources = new HashSet<>();
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
        if (!started) {
            started = true;
            neighbours.add(round.getRootElements());
            problems.addAll(options.problems());
            lock = SchemaLock.of(options.lock());
        }
        try {
            SourceTypes types = new SourceTypes(waiting(), round.getRootElements());
            types.all().forEach(type -> sources.add(type.getQualifiedName().toString()));
            Set<TypeElement> flows = flows(types, round);
            problems.addAll(StrayReader.read(
                    processingEnv.getElementUtils(),
                    round,
                    flows,
                    types::number,
                    BodyReader.of(processingEnv)::annotations));
            problems.addAll(codecs(flows, types, round));
            FlowCompiler compiler =
                    new FlowCompiler(processingEnv, reporter, neighbours::in, namesakes, unseenCode, announced());
            Optional<Problem> old = OldRelease.problem(processingEnv.getSourceVersion());
            if (old.isPresent() && !flows.isEmpty()) {
                flows.forEach(flow -> compiler.writePlaceholder(flow, types.number(flow)));
                problems.clear();
                problems.add(old.get());
            } else {
                problems.addAll(compile(flows, types, compiler));
                problems.addAll(lock.check(compiler.flows(), code(types, compiler)));
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
            known = new AnnouncedCodecs(processingEnv, sources::contains);
            announced = known;
        }
        return known;
    }

    /** Writes the files that announce codecs, and says which codecs are none. */
    private List<Problem> codecs(Set<TypeElement> flows, SourceTypes types, RoundEnvironment round) {
        CodecClassReader codecs =
                new CodecClassReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), types::number);
        flows.forEach(codecs::readFlow);
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(PACKAGE + ANNOUNCED);
        if (annotation != null) {
            codecs.readAnnounced(round.getElementsAnnotatedWith(annotation));
        }
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
        return sources.contains(type.getQualifiedName().toString())
                && (type.getKind() != ElementKind.RECORD || compiler.seesCode());
    }

    private List<TypeElement> waiting() {
        return waiting.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The flows that wait, then those that are new, in the order of the source. */
    private Set<TypeElement> flows(SourceTypes types, RoundEnvironment round) {
        Set<TypeElement> flows = new LinkedHashSet<>(waiting());
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(PACKAGE + "Flow");
        if (annotation != null) {
            Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
            types.all().stream().filter(annotated::contains).forEach(flows::add);
        }
        return flows;
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
