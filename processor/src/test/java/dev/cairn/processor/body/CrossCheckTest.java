package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Compares what the analysis finds without the compiler's help with what the compiler finds when it attributes the bodies. An
 * access that is missed is a defect, one too many is bearable. The few that there are stand here: names that a class may inherit,
 * and pattern variables on whose scope the versions of the compiler do not agree.
 */
final class CrossCheckTest {
    @Test
    void noAccessIsMissed() {
        List<HostileBodies> flows = HostileBodies.all();
        Comparison comparison = new Comparison();
        List<JavaFileObject> files = new ArrayList<>(List.of(Bodies.environment()));
        for (int i = 0; i < flows.size(); i++) {
            files.add(Bodies.file("demo.flow" + i, flows.get(i).source()));
        }
        Compilation compilation = Compiler.javac()
                .withOptions("-proc:full", "-nowarn")
                .withProcessors(comparison)
                .compile(files);
        assertThat(compilation.errors()).isEmpty();
        List<String> missed = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            String title = flows.get(i).title();
            Found mine = comparison.mine.get("demo.flow" + i);
            Found truth = comparison.truth.get("demo.flow" + i);
            missed.addAll(missing(title + ": access ", mine.accesses(), truth.accesses()));
            missed.addAll(missing(title + ": call ", mine.calls(), truth.calls()));
            missed.addAll(missing(title + ": leak ", mine.leaks(), truth.leaks()));
            Set<String> more = new TreeSet<>(mine.accesses());
            more.removeAll(truth.accesses());
            more.forEach(access -> tooMany.add(title + ": " + access.replaceAll(".*:", "")));
        }
        assertThat(missed).isEmpty();
        assertThat(flows).hasSizeGreaterThan(100);
        assertThat(comparison.truth).hasSameSizeAs(flows);
        assertThat(tooMany.stream().distinct())
                .contains(
                        "a local class that extends another: a",
                        "an interface with private methods within: a",
                        "qualified super and new in inner classes: a")
                .isSubsetOf(
                        "a local class that extends another: a",
                        "an interface with private methods within: a",
                        "qualified super and new in inner classes: a",
                        "patterns after a while with a break to a label around: text",
                        "patterns after a while with a switch that breaks: text",
                        "patterns after a while with a switch with arrows: text");
    }

    private static <T> List<String> missing(String what, Set<T> mine, Set<T> truth) {
        return truth.stream()
                .filter(one -> !mine.contains(one))
                .map(one -> what + one)
                .toList();
    }

    /**
     * What one side knows of a flow.
     *
     * @param accesses the places that name a field, as {@code offset:name}
     * @param calls the methods that are called, by offset
     * @param leaks where {@code this} leaks into inherited methods, at least, by offset
     */
    private record Found(Set<String> accesses, Set<Long> calls, Set<Long> leaks) {}

    private static final class Comparison extends AbstractProcessor implements TaskListener {
        private final Map<String, Found> mine = new LinkedHashMap<>();
        private final Map<String, Found> truth = new LinkedHashMap<>();
        private Trees trees;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            trees = Trees.instance(environment);
            JavacTask.instance(environment).addTaskListener(this);
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            TypeElement annotation = processingEnv.getElementUtils().getTypeElement("dev.cairn.Flow");
            for (var flow : round.getElementsAnnotatedWith(annotation)) {
                TypeElement type = (TypeElement) flow;
                mine.put(packageOf(type), analysed(type));
            }
            return false;
        }

        private Found analysed(TypeElement flow) {
            Set<Tree> seen = new LinkedHashSet<>();
            FlowCode code = new FlowSources(CompilerTrees.of(processingEnv).orElseThrow())
                    .find(flow)
                    .orElseThrow();
            Analysis analysis =
                    new Analysis(code, new GeneratedNames(ClassRef.of("", "F")), Bodies.artifacts(flow), seen::add);
            List<Effect> effects =
                    new ArrayList<>(List.of(analysis.construction().effect()));
            code.methods()
                    .values()
                    .forEach(methods -> methods.forEach(
                            method -> effects.add(analysis.effects().of(method))));
            code.innerClasses()
                    .values()
                    .forEach(inner -> effects.add(analysis.effects().of(inner)));
            Set<String> accesses = new TreeSet<>();
            seen.forEach(tree -> accesses.add(start(code.unit(), tree) + ":" + name(tree)));
            accesses.removeIf(access -> isStatic(code, access));
            Set<Long> calls = new TreeSet<>();
            Set<Long> leaks = new TreeSet<>();
            for (Effect effect : effects) {
                effect.callees().forEach(callee -> calls.add(start(code.unit(), callee)));
                effect.leaks().forEach(leak -> leaks.add(start(code.unit(), leak.tree())));
            }
            return new Found(accesses, calls, leaks);
        }

        private static boolean isStatic(FlowCode code, String access) {
            return code.fields().isStatic(code.fields().number(access.replaceAll(".*:", "")));
        }

        private static String name(Tree tree) {
            return tree instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : ((IdentifierTree) tree).getName().toString();
        }

        private long start(CompilationUnitTree unit, Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
                flowIn(event.getTypeElement()).ifPresent(flow -> {
                    TreePath path = trees.getPath(flow);
                    CompilerTruth found = new CompilerTruth(trees, path.getCompilationUnit(), flow);
                    found.scan(path, null);
                    truth.put(packageOf(flow), new Found(found.accesses, found.calls, found.inheritedCalls));
                });
            }
        }

        private Optional<TypeElement> flowIn(TypeElement type) {
            TypeElement annotation = processingEnv.getElementUtils().getTypeElement("dev.cairn.Flow");
            return Stream.concat(Stream.of(type), ElementFilter.typesIn(type.getEnclosedElements()).stream())
                    .filter(candidate -> candidate.getAnnotationMirrors().stream()
                            .anyMatch(mirror ->
                                    mirror.getAnnotationType().asElement().equals(annotation)))
                    .findFirst();
        }

        private String packageOf(TypeElement type) {
            return processingEnv.getElementUtils().getPackageOf(type).toString();
        }
    }
}
