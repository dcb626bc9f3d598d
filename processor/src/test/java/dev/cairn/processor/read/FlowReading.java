package dev.cairn.processor.read;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Compiles source in memory and hands the class {@code com.acme.Sample} in it, with a reader for it, to a test. */
final class FlowReading extends AbstractProcessor {
    private static final Pattern CLASS =
            Pattern.compile("package ([\\w.]+);.*?\\b(?:class|record|interface|enum) (\\w+)", Pattern.DOTALL);

    private final BiConsumer<TypeReader, TypeElement> test;
    private final List<Throwable> failures = new ArrayList<>();
    private boolean done;

    private FlowReading(BiConsumer<TypeReader, TypeElement> test) {
        this.test = test;
    }

    /** Compiles the members of {@code Sample}, and whatever else is there, and runs {@code test} in the first round. */
    static Compilation read(String members, BiConsumer<TypeReader, TypeElement> test, String... otherSources) {
        return readFlow("@Flow\nclass Sample {\n" + members + "\n}\n", test, otherSources);
    }

    private static Compilation readFlow(String flow, BiConsumer<TypeReader, TypeElement> test, String... otherSources) {
        return readSource("""
                package com.acme;

                import dev.cairn.*;
                import java.util.*;

                %s""".formatted(flow), test, otherSources);
    }

    /** Compiles the source of {@code Sample}, and whatever else is there, and runs {@code test} in the first round. */
    static Compilation readSource(String sample, BiConsumer<TypeReader, TypeElement> test, String... otherSources) {
        FlowReading processor = new FlowReading(test);
        List<javax.tools.JavaFileObject> sources = new ArrayList<>();
        sources.add(JavaFileObjects.forSourceString("com.acme.Sample", sample));
        for (String source : otherSources) {
            sources.add(JavaFileObjects.forSourceString(className(source), source));
        }
        Compilation compilation =
                CompiledAgainst.javacWithTests().withProcessors(processor).compile(sources);
        processor.failures.forEach(failure -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw new AssertionError(failure);
        });
        if (!processor.done) {
            throw new AssertionError("the test did not run: " + compilation.diagnostics());
        }
        return compilation;
    }

    /** How the artifact {@code x} of {@code Sample} is stored. */
    static StoredType stored(String members, String... otherSources) {
        StoredType[] stored = new StoredType[1];
        read(members, (reader, flow) -> stored[0] = reader.stored(field(flow, "x")), otherSources);
        return stored[0];
    }

    /** How the artifact {@code x} of the flow {@code Sample} is stored, of which the annotation is given too. */
    static StoredType ofFlow(String flow, String... otherSources) {
        StoredType[] stored = new StoredType[1];
        readFlow(flow, (reader, type) -> stored[0] = reader.stored(field(type, "x")), otherSources);
        return stored[0];
    }

    /** What the type of the artifact {@code x} is made of. */
    @SuppressWarnings("unchecked")
    static <D extends StoredDefinition> D definition(String members, String... otherSources) {
        Object[] found = new Object[1];
        read(
                members,
                (reader, flow) -> {
                    StoredType stored = reader.stored(field(flow, "x"));
                    found[0] = reader.definitions().stream()
                            .filter(definition -> definition.type().equals(stored.type()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(stored));
                },
                otherSources);
        return (D) found[0];
    }

    /** The only obstacle to storing the artifact {@code x}, in three lines. */
    static String obstacle(String members, String... otherSources) {
        List<StoredType.Obstacle> obstacles = ((StoredType.Unstorable) stored(members, otherSources)).obstacles();
        if (obstacles.size() != 1) {
            throw new AssertionError(obstacles);
        }
        return text(obstacles.get(0));
    }

    static String text(StoredType.Obstacle obstacle) {
        return "%s%n%s%n%s".formatted(obstacle.path(), obstacle.reason(), obstacle.fix());
    }

    static VariableElement field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String className(String source) {
        Matcher matcher = CLASS.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException(source);
        }
        return matcher.group(1) + "." + matcher.group(2);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element flow : round.getElementsAnnotatedWith(dev.cairn.Flow.class)) {
            try {
                TypeElement type = (TypeElement) flow;
                test.accept(
                        new TypeReader(
                                processingEnv.getElementUtils(), processingEnv.getTypeUtils(), type, each -> Set.of()),
                        type);
                done = true;
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.cairn.Flow");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
